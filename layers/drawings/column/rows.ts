import type { RockKind } from '@geoarchive/domain/subsurface/rock-classes.ts';
import { rockKindOf } from '@geoarchive/domain/subsurface/rocks.ts';
import type { ChildRow } from '@geoarchive/domain/subsurface/tables.ts';
import { chosen, shareLines, spread } from '../spread.ts';
import { fitted, wrap } from '../wrap.ts';
import type { Stretch } from './layout.ts';

export const letters = 2.3;
const lineHeight = 3;
const leastHeight = 3.4;

/** `at`: its place among all layers. */
export type DrawnLayer = ChildRow<'layers'> & { kind: RockKind; at: number };
/** The layers of a hole from top to bottom with their classes. */
export const layersOf = (layers: readonly ChildRow<'layers'>[]): DrawnLayer[] =>
  layers
    .map((layer) => ({ ...layer, kind: rockKindOf(layer) }))
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((layer, at) => ({ ...layer, at }));

/** A layer's line of the table: it lies beside the column, moved as far as its words need room. Millimetres on the page. */
export type Row = {
  layer: DrawnLayer;
  top: number;
  bottom: number;
  /** Where the layer itself ends on this page. */
  trueBottom: number;
  /** Its base is on another page. */
  goesOn: boolean;
  lines: string[];
};

const saidOf = ({ rock, colour, description, structure, mineralisation }: DrawnLayer): string => {
  const parts = [rock, colour, description, structure, mineralisation].filter((part) => part !== undefined);
  return parts.join('；');
};

type Asked = {
  layers: readonly DrawnLayer[];
  stretch: Stretch;
  /** Millimetres a metre. */
  factor: number;
  width: number;
  continued: string;
};

/** The lines of the table on one page, and how many layers got none because they are too thin. */
export const rowsOf = ({ layers, stretch, factor, width, continued }: Asked) => {
  const { from, to, top } = stretch;
  const length = (to - from) * factor;
  const here = layers.filter((layer) => layer.to > from && layer.from < to);
  const kept = chosen(here, length / leastHeight, (layer) => layer.to - layer.from);
  const shown = here.filter((_, at) => kept.has(at));
  const wraps = shown.map((layer) =>
    wrap(layer.from < from ? `${layer.rock ?? ''}${continued}` : saidOf(layer), width, letters),
  );
  // Rows are at least as high as one line with its air, so lines beyond the first share what is left.
  const spare = (length - shown.length * leastHeight) / lineHeight;
  const counts = shareLines(
    wraps.map(({ length: lines }) => Math.max(lines, 1)),
    Math.floor(shown.length + Math.max(spare, 0)),
  );
  const heightOf = (at: number) => leastHeight + ((counts[at] ?? 1) - 1) * lineHeight;
  const wanted = shown.map((layer, at) => ({
    at: top + (Math.max(layer.from, from) - from) * factor,
    height: heightOf(at),
  }));
  const tops = spread(wanted, top, top + length);
  const trueBottomOf = (layer: DrawnLayer) => top + (Math.min(layer.to, to) - from) * factor;
  // Layers may end above the foot of the sheet: nobody described what is below.
  const footOf = (layer: DrawnLayer, at: number) =>
    Math.min(Math.max(trueBottomOf(layer), (tops[at] ?? top) + heightOf(at)), top + length);
  const rows = shown.map(
    (layer, at): Row => ({
      layer,
      top: at === 0 ? top : (tops[at] ?? top),
      bottom: tops[at + 1] ?? footOf(layer, at),
      trueBottom: trueBottomOf(layer),
      goesOn: layer.to > to + 1e-6,
      lines: fitted(wraps[at] ?? [], counts[at] ?? 1, width, letters),
    }),
  );
  return { rows, thin: here.length - shown.length };
};

export const lineStep = lineHeight;
