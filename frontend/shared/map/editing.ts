import type { Position } from '@geoarchive/domain/geo/polygon.ts';
import { fewestCorners, mostCorners, type Shape, type ShapeKind } from './shape.ts';

/** A shape while it is drawn or changed: `drawing` until it has all its corners; `past` is what undoing brings back. */
export type Editing = { shape: Shape | undefined; drawing: boolean; past: readonly (Shape | undefined)[] };
export type Act =
  | { do: 'start'; kind: ShapeKind }
  | { do: 'put'; corner: Position }
  | { do: 'finish' }
  | { do: 'move'; at: number; corner: Position }
  | { do: 'insert'; at: number; corner: Position }
  | { do: 'remove'; at: number }
  | { do: 'set'; shape: Shape | undefined }
  | { do: 'undo' };

/** Steps that can be undone. */
const remembered = 100;

const changed = (before: Editing, shape: Shape | undefined, drawing: boolean): Editing => ({
  shape,
  drawing,
  past: [...before.past, before.shape].slice(-remembered),
});

const put = (state: Editing, corner: Position): Editing => {
  const { shape } = state;
  if (shape === undefined) return state;
  const corners = [...shape.corners, corner];
  return changed(state, { ...shape, corners }, corners.length !== mostCorners[shape.kind]);
};

const without = (state: Editing, at: number): Editing => {
  const { shape } = state;
  if (shape?.corners[at] === undefined) return state;
  const corners = shape.corners.filter((_, no) => no !== at);
  const gone = corners.length === 0;
  const short = corners.length < fewestCorners[shape.kind];
  return changed(state, gone ? undefined : { ...shape, corners }, !gone && (state.drawing || short));
};

/** The next state; an act that does not fit the present one changes nothing. */
export const edit = (state: Editing, act: Act): Editing => {
  const { shape, drawing, past } = state;
  switch (act.do) {
    case 'start':
      return changed(state, { kind: act.kind, corners: [] }, true);
    case 'put':
      return drawing ? put(state, act.corner) : state;
    case 'finish':
      return drawing && shape !== undefined && shape.corners.length >= fewestCorners[shape.kind]
        ? { ...state, drawing: false }
        : state;
    case 'move':
      return shape?.corners[act.at] === undefined
        ? state
        : changed(state, { ...shape, corners: shape.corners.with(act.at, act.corner) }, drawing);
    case 'insert':
      return shape === undefined || mostCorners[shape.kind] !== undefined
        ? state
        : changed(state, { ...shape, corners: shape.corners.toSpliced(act.at, 0, act.corner) }, drawing);
    case 'remove':
      return without(state, act.at);
    case 'set':
      return changed(state, act.shape, false);
    case 'undo': {
      const before = past.at(-1);
      if (past.length === 0) return state;
      const short = before !== undefined && before.corners.length < fewestCorners[before.kind];
      return { shape: before, drawing: short, past: past.slice(0, -1) };
    }
  }
};

export const begin = (shape: Shape | undefined): Editing => ({ shape, drawing: false, past: [] });
