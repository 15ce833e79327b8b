import type { ChildRow } from '@geoarchive/domain/subsurface/tables.ts';
import { chosen } from '../spread.ts';
import { box, line, type Mark, path, polyline, text } from '../svg.ts';
import { oneLine } from '../wrap.ts';
import { bottomOfSheet, labelTops, placeOf, type Sheet, yOf } from './body.ts';
import { endOf } from './hole.ts';
import { assayKey, type Element, type Stretch, waterLevels } from './layout.ts';

const letters = 2.1;
const labelHeight = 2.7;

/** Core recovery as steps from 0 to 100 %, by runs, or by layers where there are no runs. */
export const recovery = (sheet: Sheet): Mark[] => {
  const place = placeOf(sheet, 'recovery');
  if (place === undefined) return [];
  const { runs, layers } = sheet.hole.children;
  const { from, to } = sheet.stretch;
  const rows = runs.some((run) => run.recovery !== undefined) ? runs : layers;
  const bars = rows.flatMap(({ from: upper, to: lower, recovery: percent }) => {
    if (percent === undefined || lower <= from || upper >= to) return [];
    const top = yOf(sheet, Math.max(upper, from));
    const height = yOf(sheet, Math.min(lower, to)) - top;
    const width = (place.width * Math.min(percent, 100)) / 100;
    const bar = box(place.x, top, width, height, { fill: '#cfdcd6', 'stroke-width': 0.08 });
    const said = text(place.x + 0.8, top + height / 2 + 0.75, String(Math.round(percent)), letters);
    return height < labelHeight ? [bar] : [bar, said];
  });
  return bars;
};

/** Whether something is drawn on a page: what ends or lies where a page breaks belongs to one of both only. */
const liesOn = (stretch: Stretch, from: number, to: number): boolean =>
  to > from
    ? to > stretch.from && from < stretch.to
    : from >= stretch.from && (from < stretch.to || (stretch.last && from <= stretch.to));

type Sample = ChildRow<'samples'>;
const leastBox = 0.15;
const keyOf = ({ sample }: Sample, element: Element | undefined) =>
  assayKey(sample, element?.name ?? '', element?.unit);
const assayText = (found: ChildRow<'assays'> | undefined) =>
  found === undefined ? '' : `${found.limit ?? ''}${found.value}`;

/** Samples at their true depth, their numbers and values in lines beside them. */
export const samples = (sheet: Sheet): Mark[] => {
  const place = placeOf(sheet, 'samples');
  if (place === undefined) return [];
  const { from, to } = sheet.stretch;
  const here = sheet.hole.children.samples
    .filter((sample) => liesOn(sheet.stretch, sample.from, endOf(sample)))
    .toSorted((a, b) => a.from - b.from);
  const kept = chosen(
    here,
    (bottomOfSheet(sheet) - sheet.stretch.top) / labelHeight,
    (one) => endOf(one) - one.from,
  );
  const named = here.filter((_, at) => kept.has(at));
  const middleOf = (one: Sample) =>
    (yOf(sheet, Math.max(one.from, from)) + yOf(sheet, Math.min(endOf(one), to))) / 2;
  const tops = labelTops(sheet, named.map(middleOf), labelHeight);
  const values = new Map(
    sheet.hole.children.assays.map((row) => [assayKey(row.sample, row.element, row.unit), row]),
  );
  const assays = sheet.places.filter(({ id }) => id === 'assay');
  return [
    ...here.map((one) => {
      const above = yOf(sheet, Math.max(one.from, from));
      const height = Math.max(yOf(sheet, Math.min(endOf(one), to)) - above, leastBox);
      const top = Math.min(above, bottomOfSheet(sheet) - leastBox);
      return box(place.x, top, 2, height, { fill: '#ffffff', 'stroke-width': 0.1 });
    }),
    ...named.flatMap((one, at) => {
      const base = (tops[at] ?? 0) + labelHeight - 0.7;
      return [
        polyline([place.x + 2, middleOf(one), place.x + 3.6, base - 0.7], { 'stroke-width': 0.1 }),
        text(place.x + 4, base, oneLine(one.sample, place.width - 4.2, letters), letters),
        ...assays.map(({ x, width, element }) =>
          text(x + width - 0.8, base, assayText(values.get(keyOf(one, element))), letters, {
            'text-anchor': 'end',
          }),
        ),
      ];
    }),
  ];
};

/** Levels of water with the sign for them. */
export const water = (sheet: Sheet): Mark[] => {
  const place = placeOf(sheet, 'water');
  if (place === undefined) return [];
  const here = waterLevels(sheet.hole).filter(({ depth }) => liesOn(sheet.stretch, depth, depth));
  const most = Math.floor((bottomOfSheet(sheet) - sheet.stretch.top) / 6);
  const shown = here.slice(0, most);
  const tops = labelTops(
    sheet,
    shown.map(({ depth }) => yOf(sheet, depth)),
    6,
  );
  return shown.flatMap(({ depth, date }, at) => {
    const [y, top] = [yOf(sheet, depth), tops[at] ?? 0];
    const { x, width } = place;
    return [
      path(`M${x + 0.6} ${(y - 1.6).toFixed(2)}h2l-1 1.6z`, { fill: '#3b78a8', stroke: 'none' }),
      line(x, y, x + 3.2, y, { stroke: '#3b78a8' }),
      text(x + width - 0.5, top + 2.6, depth.toFixed(2), letters, { 'text-anchor': 'end' }),
      ...(date === undefined
        ? []
        : [text(x + width - 0.5, top + 5.4, date.slice(2), 1.9, { 'text-anchor': 'end' })]),
    ];
  });
};
