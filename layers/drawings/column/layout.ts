import type { ColumnPaper, ColumnScale, DrawnHole } from './hole.ts';

export const margin = 10;
/** Heights in millimetres. */
export const titleHeight = 34;
export const runningHeight = 7;
export const headHeight = 13;
export const footHeight = 9;
const millimetres = 1000;

export const papers: Readonly<Record<ColumnPaper, { width: number; height: number }>> = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  roll: { width: 210, height: Number.POSITIVE_INFINITY },
};

export type ColumnId =
  | 'stratum'
  | 'layer'
  | 'base'
  | 'baseElevation'
  | 'thickness'
  | 'left'
  | 'ruler'
  | 'graphic'
  | 'right'
  | 'description'
  | 'recovery'
  | 'samples'
  | 'assay'
  | 'water';
export type Place = { id: ColumnId; x: number; width: number; element?: Element };
/** An element of the assays that has a column, with its unit. */
export type Element = { name: string; unit: string };

const waterKind = /水位|water level/i;
/** Levels that are no depths: heights above the sea, and how far water fell. */
const noDepth = /标高|高程|降深|变幅|elevation|drawdown/i;
/** Levels of water that stand in the table, by depth. */
export const waterLevels = ({ children }: DrawnHole) =>
  children.hydro
    .flatMap(({ kind, value, unit, date }) =>
      waterKind.test(kind) &&
      !noDepth.test(kind) &&
      value !== undefined &&
      (unit === undefined || /^(m|米)$/i.test(unit))
        ? [{ depth: value, date }]
        : [],
    )
    .toSorted((a, b) => a.depth - b.depth);

/** Names a value: the same element in another unit is another column. */
export const assayKey = (sample: string, element: string, unit = ''): string =>
  [sample, element, unit].join('\t');

/** Elements with the most values first. */
const elementsOf = ({ children }: DrawnHole, most: number): Element[] => {
  const found = new Map<string, Element & { count: number }>();
  for (const { element, unit = '' } of children.assays) {
    const key = assayKey('', element, unit);
    const one = found.get(key) ?? { name: element, unit, count: 0 };
    one.count += 1;
    found.set(key, one);
  }
  return [...found.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ name, unit }) => ({ name, unit }));
};

type Wish = { id: ColumnId; width: number; shown: boolean; element?: Element };
const wishes = (hole: DrawnHole, paper: ColumnPaper): Wish[] => {
  const { header, children } = hole;
  const has = (rows: readonly unknown[]) => rows.length > 0;
  const recovered = [...children.runs, ...children.layers].some(({ recovery }) => recovery !== undefined);
  const strata = has(children.tops) || children.layers.some(({ stratum }) => stratum !== undefined);
  return [
    { id: 'stratum', width: 12, shown: strata },
    { id: 'layer', width: 8, shown: true },
    { id: 'base', width: 12, shown: true },
    { id: 'baseElevation', width: 13, shown: header.elevation !== undefined },
    { id: 'thickness', width: 11, shown: true },
    { id: 'left', width: 5, shown: true },
    { id: 'ruler', width: 9, shown: true },
    { id: 'graphic', width: 18, shown: true },
    { id: 'right', width: 5, shown: true },
    { id: 'description', width: 0, shown: true },
    { id: 'recovery', width: 12, shown: recovered },
    { id: 'samples', width: 16, shown: has(children.samples) },
    ...elementsOf(hole, paper === 'A3' ? 5 : 2).map((element) => ({
      id: 'assay' as const,
      width: 11,
      shown: has(children.samples),
      element,
    })),
    { id: 'water', width: 12, shown: has(waterLevels(hole)) },
  ];
};

/** The columns of a drawing from left to right: only those that have something to show; the description takes what is left. */
export const placesOf = (hole: DrawnHole, paper: ColumnPaper): Place[] => {
  const shown = wishes(hole, paper).filter((wish) => wish.shown);
  const inner = papers[paper].width - 2 * margin;
  const wider = paper === 'A3' ? 1.2 : 1;
  const left = inner - shown.reduce((sum, { width }) => sum + width * wider, 0);
  let x = margin;
  return shown.map(({ id, width, element }) => {
    const own = id === 'description' ? left : width * wider;
    const place = { id, x, width: own, ...(element === undefined ? {} : { element }) };
    x += own;
    return place;
  });
};

/** A stretch of the hole on one page: depths in metres, and where on the page it begins. */
export type Stretch = { from: number; to: number; top: number; first: boolean; last: boolean };
/** A last page with less than this has no room for a line of the table: the break before it moves up. */
const leastStretch = 15;

const roundScales = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
/** Millimetres for the column on a page. */
const roomOn = (paper: ColumnPaper, first: boolean) =>
  papers[paper].height - 2 * margin - (first ? titleHeight : runningHeight) - headHeight - footHeight;

/** The number under the stroke: metres of the hole in a metre of paper. */
export const scaleOf = (scale: ColumnScale, bottom: number, paper: ColumnPaper, legend: number): number => {
  if (scale !== 'fit') return scale;
  const room = roomOn(paper === 'roll' ? 'A4' : paper, true) - legend;
  return roundScales.find((one) => (bottom * millimetres) / one <= room) ?? 200_000;
};

/** The hole cut into pages. */
export const stretchesOf = (bottom: number, scale: number, paper: ColumnPaper): Stretch[] => {
  const stretches: Stretch[] = [];
  let from = 0;
  do {
    const first = stretches.length === 0;
    const full = from + (roomOn(paper, first) * scale) / millimetres;
    const last = full >= bottom - 1e-6;
    const to = last ? bottom : Math.min(full, bottom - (leastStretch * scale) / millimetres);
    const top = margin + (first ? titleHeight : runningHeight) + headHeight;
    stretches.push({ from, to, top, first, last });
    from = to;
  } while (stretches.at(-1)?.last !== true);
  return stretches;
};
export const millimetresPerMetre = (scale: number) => millimetres / scale;
