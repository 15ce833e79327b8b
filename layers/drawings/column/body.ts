import { pathOf } from '@geoarchive/domain/subsurface/curvature.ts';
import { fillOf } from '../patterns.ts';
import { spread } from '../spread.ts';
import { box, line, type Mark, polyline, text } from '../svg.ts';
import { multiples, niceStep } from '../ticks.ts';
import { oneLine, wrap } from '../wrap.ts';
import type { DrawnHole } from './hole.ts';
import type { ColumnId, Place, Stretch } from './layout.ts';
import { type DrawnLayer, letters, lineStep, type Row } from './rows.ts';

/** One page's part of the hole, and where its columns are. */
export type Sheet = {
  hole: DrawnHole;
  places: readonly Place[];
  stretch: Stretch;
  /** Millimetres a metre. */
  factor: number;
};
export const bottomOfSheet = ({ stretch, factor }: Sheet) =>
  stretch.top + (stretch.to - stretch.from) * factor;
export const yOf = ({ stretch, factor }: Sheet, depth: number) =>
  stretch.top + (depth - stretch.from) * factor;
export const placeOf = ({ places }: Sheet, id: ColumnId): Place | undefined =>
  places.find((place) => place.id === id);

const centred = ({ x, width }: Place, y: number, said: string): Mark =>
  text(x + width / 2, y, oneLine(said, width - 0.6, letters), letters, { 'text-anchor': 'middle' });

/** Depths along the hole. */
export const ruler = (sheet: Sheet): Mark[] => {
  const place = placeOf(sheet, 'ruler');
  if (place === undefined) return [];
  const { stretch, factor } = sheet;
  const step = niceStep(8 / factor);
  const right = place.x + place.width;
  const fine = multiples(stretch.from, stretch.to, step / 5).map((depth) => {
    const y = yOf(sheet, depth);
    return line(right - 1, y, right, y);
  });
  const named = multiples(stretch.from, stretch.to, step).flatMap((depth) => {
    const y = yOf(sheet, depth);
    // A number at the very edge would lie on the frame.
    const at = Math.min(Math.max(y + 0.8, stretch.top + 2.2), bottomOfSheet(sheet) - 0.5);
    return [
      line(right - 2, y, right, y),
      text(right - 2.4, at, String(depth), 2.1, { 'text-anchor': 'end' }),
    ];
  });
  return [...fine, ...named];
};

/** The signs of the rocks at their true depth. */
export const graphic = (sheet: Sheet, layers: readonly DrawnLayer[]): Mark[] => {
  const place = placeOf(sheet, 'graphic');
  if (place === undefined) return [];
  const { from, to } = sheet.stretch;
  return layers
    .filter((layer) => layer.to > from && layer.from < to)
    .map((layer) => {
      const top = yOf(sheet, Math.max(layer.from, from));
      const height = yOf(sheet, Math.min(layer.to, to)) - top;
      return box(place.x, top, place.width, height, {
        fill: fillOf(layer.kind),
        'stroke-width': height < 0.4 ? 0.05 : 0.2,
      });
    });
};

/** Where the frame draws its own line. */
const atFoot = (sheet: Sheet, y: number): boolean => y > bottomOfSheet(sheet) - 1e-6;

/** Lines that lead from the foot of a layer to the foot of its line in the table, on both sides. */
export const leaders = (sheet: Sheet, rows: readonly Row[]): Mark[] => {
  const [left, right] = [placeOf(sheet, 'left'), placeOf(sheet, 'right')];
  const rulerPlace = placeOf(sheet, 'ruler');
  return rows
    .filter((row) => !atFoot(sheet, row.bottom) || !atFoot(sheet, row.trueBottom))
    .flatMap((row) => [
      ...(left === undefined || rulerPlace === undefined
        ? []
        : [
            polyline([
              left.x,
              row.bottom,
              left.x + left.width,
              row.trueBottom,
              rulerPlace.x + 1.5,
              row.trueBottom,
            ]),
          ]),
      ...(right === undefined
        ? []
        : [polyline([right.x, row.trueBottom, right.x + right.width, row.bottom])]),
    ]);
};

/** Numbers of a layer at the foot of its line, as the tables of the trade have them. */
export const numbers = (sheet: Sheet, rows: readonly Row[]): Mark[] => {
  const { header, children } = sheet.hole;
  const path = pathOf(children.survey, header);
  const said = (id: ColumnId, { layer, goesOn }: Row): string => {
    if (id === 'layer') return layer.layer ?? String(layer.at + 1);
    if (goesOn) return '';
    if (id === 'base') return layer.to.toFixed(2);
    if (id === 'thickness') return (layer.to - layer.from).toFixed(2);
    return header.elevation === undefined ? '' : (header.elevation - path.at(layer.to).tvd).toFixed(2);
  };
  return (['layer', 'base', 'baseElevation', 'thickness'] as const).flatMap((id) => {
    const place = placeOf(sheet, id);
    if (place === undefined) return [];
    const { x, width } = place;
    return rows.flatMap((row) => [
      ...(atFoot(sheet, row.bottom) ? [] : [line(x, row.bottom, x + width, row.bottom)]),
      centred(place, row.bottom - 0.9, said(id, row)),
    ]);
  });
};

/** What the rock is, line by line in its row. */
export const descriptions = (sheet: Sheet, rows: readonly Row[]): Mark[] => {
  const place = placeOf(sheet, 'description');
  if (place === undefined) return [];
  const { x, width } = place;
  return rows.flatMap((row) => [
    ...(atFoot(sheet, row.bottom) ? [] : [line(x, row.bottom, x + width, row.bottom)]),
    ...row.lines.map((said, no) => text(x + 1, row.top + 2.6 + no * lineStep, said, letters)),
  ]);
};

type Span = { name: string; top: number; bottom: number };
const spansOfRows = (rows: readonly Row[]): Span[] => {
  const spans: Span[] = [];
  for (const { layer, top, bottom } of rows) {
    const last = spans.at(-1);
    if (last !== undefined && last.name === (layer.stratum ?? '')) last.bottom = bottom;
    else spans.push({ name: layer.stratum ?? '', top, bottom });
  }
  return spans;
};
const spansOfTops = (sheet: Sheet): Span[] => {
  const { from, to } = sheet.stretch;
  const tops = sheet.hole.children.tops.toSorted((a, b) => a.top - b.top);
  return tops
    .map(({ stratum, top }, at) => ({ name: stratum, top, bottom: tops[at + 1]?.top ?? to }))
    .filter(({ top, bottom }) => bottom > from && top < to)
    .map(({ name, top, bottom }) => ({
      name,
      top: yOf(sheet, Math.max(top, from)),
      bottom: yOf(sheet, Math.min(bottom, to)),
    }));
};

/** Strata as the layers name them, else as the tops do. */
export const strata = (sheet: Sheet, rows: readonly Row[]): Mark[] => {
  const place = placeOf(sheet, 'stratum');
  if (place === undefined) return [];
  const named = rows.some(({ layer }) => layer.stratum !== undefined);
  const spans = named ? spansOfRows(rows) : spansOfTops(sheet);
  const { x, width } = place;
  return spans.flatMap(({ name, top, bottom }) => {
    const lines = wrap(name, width - 1.5, letters).slice(
      0,
      Math.max(Math.floor((bottom - top) / lineStep), 1),
    );
    const first = (top + bottom) / 2 - ((lines.length - 1) * lineStep) / 2 + 0.9;
    return [
      line(x, bottom, x + width, bottom),
      ...lines.map((said, at) => centred(place, first + at * lineStep, said)),
    ];
  });
};

/** Places for labels of one line beside a column, for those there is room for. */
export const labelTops = (sheet: Sheet, middles: readonly number[], height: number): number[] =>
  spread(
    middles.map((middle) => ({ at: middle - height / 2, height })),
    sheet.stretch.top,
    bottomOfSheet(sheet),
  );
