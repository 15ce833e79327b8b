import { writeCorner } from '@geoarchive/domain/geo/corner.ts';
import type { Position } from '@geoarchive/domain/geo/polygon.ts';
import { Button, Flex } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Box } from '../format/coordinates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { viewOf } from './area.ts';
import { Corners } from './Corners.tsx';
import type { EditMapView } from './edit-map.ts';
import { type Act, begin, type Editing, edit } from './editing.ts';
import { MapFrame } from './MapFrame.tsx';
import { Measured } from './Measured.tsx';
import { SheetJump } from './SheetJump.tsx';
import { mostCorners, outlineOf, type Shape, type ShapeKind, shapeFault } from './shape.ts';
import { type Surroundings, useMap } from './use-map.ts';

type Props = {
  label: string;
  /** What may be drawn here. */
  kinds: readonly ShapeKind[];
  value: Shape | undefined;
  /** Told of every finished shape, faulty ones too (`shapeFault`), and of none. */
  onChange: (shape: Shape | undefined) => void;
};

/** Degrees around a shape: near enough to take hold of its corners. */
const closeRoom = 0.05;

const boxOf = (shape: Shape | undefined): Box | undefined => {
  const [first, ...rest] = shape === undefined ? [] : outlineOf(shape);
  if (first === undefined) return undefined;
  return rest.reduce<Box>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [first[0], first[1], first[0], first[1]],
  );
};
const same = (a: Shape | undefined, b: Shape | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The shape that is worked on, kept in step with the value from outside. */
const useEditing = ({ value, onChange }: Pick<Props, 'value' | 'onChange'>) => {
  const [state, setState] = useState(() => begin(value));
  const latest = useRef({ state, onChange });
  useEffect(() => {
    latest.current.onChange = onChange;
  });
  const act = useCallback((what: Act) => {
    const { state: before } = latest.current;
    const next = edit(before, what);
    latest.current.state = next;
    setState(next);
    if (!next.drawing && !same(before.drawing ? undefined : before.shape, next.shape))
      latest.current.onChange(next.shape);
  }, []);
  useEffect(() => {
    const { state: now } = latest.current;
    if (now.drawing || same(now.shape, value)) return;
    const next: Editing = { ...now, shape: value };
    latest.current.state = next;
    setState(next);
  }, [value]);
  return [state, act] as const;
};

/**
 * A place to draw: point, line, box or polygon, by pointer or by typing corners; corners can be moved, put between others and taken
 * out, every step undone. Lines and areas are measured on the ellipsoid.
 */
export const DrawMap = ({ label, kinds, value, onChange }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [state, act] = useEditing({ value, onChange });
  const [pointer, setPointer] = useState<Position>();
  const first = useRef(boxOf(value));
  const open = useCallback(
    async (of: Surroundings): Promise<EditMapView> => {
      const { openEditMap } = await import('./edit-map.ts');
      const box = first.current;
      const view = viewOf(box === undefined ? [] : [{ id: '', label: '', box }], closeRoom);
      return openEditMap({ ...of, view, onAct: act, onPoint: setPointer });
    },
    [act],
  );
  const { place, view, phase } = useMap(open, label);
  useEffect(() => view?.show(state), [view, state]);
  const { shape, drawing } = state;
  const kind = shape?.kind ?? kinds[0] ?? 'box';
  const fault = shape === undefined || drawing ? undefined : shapeFault(shape);
  const full = shape !== undefined && !drawing && mostCorners[kind] !== undefined;
  const add = (corner: Position): void => {
    if (shape === undefined) act({ do: 'start', kind });
    act(
      drawing || shape === undefined
        ? { do: 'put', corner }
        : { do: 'insert', at: shape.corners.length, corner },
    );
  };
  return (
    <div className="ga-draw">
      <Flex gap={8} wrap align="center">
        {kinds.map((each) => {
          const on = drawing && shape?.kind === each;
          return (
            <Button
              key={each}
              type={on ? 'primary' : 'default'}
              aria-pressed={on}
              onClick={() => act({ do: 'start', kind: each })}
            >
              {t(`map.draw.${each}`)}
            </Button>
          );
        })}
        {/* Always in its place, or the map would move under the pointer. */}
        <Button disabled={!drawing || mostCorners[kind] !== undefined} onClick={() => act({ do: 'finish' })}>
          {t('map.finish')}
        </Button>
        <Button disabled={state.past.length === 0} onClick={() => act({ do: 'undo' })}>
          {t('map.undo')}
        </Button>
        <Button disabled={shape === undefined} onClick={() => act({ do: 'set', shape: undefined })}>
          {t('map.clear')}
        </Button>
        <SheetJump
          onGo={({ box }) => view?.fit([box.west, box.south, box.east, box.north])}
          onTake={
            kinds.includes('box')
              ? ({ box: { west, south, east, north } }) => {
                  act({
                    do: 'set',
                    shape: {
                      kind: 'box',
                      corners: [
                        [west, south],
                        [east, north],
                      ],
                    },
                  });
                  view?.fit([west, south, east, north]);
                }
              : undefined
          }
        />
      </Flex>
      <MapFrame place={place} phase={phase}>
        <div className="ga-map-told">
          <span role="status">
            {drawing ? t(`map.hint.${kind}`) : shape !== undefined && <Measured shape={shape} />}
          </span>
          <span className="ga-soft ga-numeric" aria-hidden="true">
            {pointer !== undefined && writeCorner(pointer, 'dms')}
          </span>
        </div>
      </MapFrame>
      {fault !== undefined && (
        <p role="alert" className="ga-fault">
          {say(fault)}
        </p>
      )}
      <Corners
        corners={shape?.corners ?? []}
        open={!full}
        onMove={(at, corner) => act({ do: 'move', at, corner })}
        onRemove={(at) => act({ do: 'remove', at })}
        onAdd={add}
      />
    </div>
  );
};
