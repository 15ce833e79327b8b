import { folded } from '@geoarchive/domain/sheets/fold.ts';
import { type Column, headingsOf, type Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { words } from '@geoarchive/domain/subsurface/table.ts';
import { type ChildKind, childKinds, childTables } from '@geoarchive/domain/subsurface/tables.ts';
import { childAliases, headerAliases, holeNames, rowNames } from './aliases.ts';

/** A table as files are compared with it: its columns by every heading, and which of them make it this table. */
export type Spec = {
  kind: 'header' | ChildKind;
  sheet: Sheet;
  columns: readonly Column[];
  /** The place of a heading's alias, so that a surer one wins over another for the same column. */
  headings: ReadonlyMap<string, { column: Column; rank: number }>;
  /** All of these must be there, and one of `tells` where there are any. */
  needs: readonly string[];
  tells: readonly string[];
};

/** Bounds of depths hold for metres: they are checked when feet have been turned into them. */
const unbounded = ({ minimum: _, maximum: __, ...column }: Column): Column => column;
const depthKeys = new Set([
  'depth',
  'from',
  'to',
  'top',
  'cementTop',
  'designDepth',
  'finalDepth',
  'trueDepth',
  'coreLength',
  'waterLevel',
]);
const readColumn = (column: Column, foreign: boolean): Column => {
  const loose = depthKeys.has(column.key) || foreign ? unbounded(column) : column;
  return { ...loose, required: false };
};

const specOf = (
  kind: Spec['kind'],
  sheet: Sheet,
  columns: readonly Column[],
  aliases: Readonly<Record<string, readonly string[]>>,
  needs: readonly string[],
  tells: readonly string[],
): Spec => {
  const headings = new Map<string, { column: Column; rank: number }>();
  const add = (name: string, column: Column, rank: number) => {
    const known = headings.get(name);
    if (known === undefined) headings.set(name, { column, rank });
  };
  // What the template says comes first: a foreign alias never takes a heading of another column away.
  for (const column of columns) for (const name of headingsOf(column)) add(name, column, 0);
  // Then the same without the unit that stands behind it: the file may say another.
  for (const column of columns)
    for (const name of [column.label.zh, column.label.en]) {
      const bare = name.replace(/\s*\([^()]*\)$/, '');
      if (bare !== name) add(folded(bare), column, 0.5);
    }
  for (const column of columns)
    for (const [at, name] of (aliases[column.key] ?? []).entries()) add(folded(name), column, at + 1);
  return { kind, sheet, columns, headings, needs, tells };
};

const holeAliases = { hole: [...holeNames, ...rowNames] };
/** Headings of x and y that say more than the two letters have columns of their own here, and become x and y afterwards. */
const placeColumns: readonly Column[] = [
  words('longitude', '经度', 'Longitude', 40),
  words('latitude', '纬度', 'Latitude', 40),
  { key: 'easting', label: { zh: '东坐标', en: 'Easting' }, type: 'decimal' },
  { key: 'northing', label: { zh: '北坐标', en: 'Northing' }, type: 'decimal' },
];
const headerColumns = [
  ...placeColumns,
  ...headerTable.columns.map((column: Column) => {
    const { aliases, ...bare } = readColumn(column, false);
    return column.key === 'x' || column.key === 'y' || aliases === undefined ? bare : { ...bare, aliases };
  }),
];

/** Columns by which a table is told from others that also have a hole, from and to. */
const telling: Readonly<Record<ChildKind, readonly string[]>> = {
  survey: ['inclination', 'dip', 'azimuth'],
  runs: ['run', 'coreLength', 'shift'],
  layers: ['rock', 'rockCode', 'stratum', 'description', 'layer', 'structure'],
  samples: ['sample'],
  assays: ['element'],
  hydro: ['kind'],
  casing: ['diameter', 'cementTop'],
  boxes: ['box'],
  tests: ['test', 'oil', 'gas', 'pressure', 'result'],
  tops: ['stratum'],
  seal: ['design', 'sealedOn', 'record'],
};
const headerTells = [
  'x',
  'y',
  'longitude',
  'latitude',
  'easting',
  'northing',
  'finalDepth',
  'unifiedNumber',
  'holeType',
  'project',
  'finishedOn',
];

export const headerSpec = specOf(
  'header',
  headerTable,
  headerColumns,
  { ...headerAliases, ...holeAliases },
  ['hole'],
  headerTells,
);
const childSpecs: readonly Spec[] = childKinds.map((kind) => {
  const sheet: Sheet = childTables[kind];
  return specOf(
    kind,
    sheet,
    sheet.columns.map((column) => readColumn(column, false)),
    { ...childAliases[kind], ...holeAliases },
    sheet.columns.filter(({ required }) => required).map(({ key }) => key),
    telling[kind],
  );
});
export const specs: readonly Spec[] = [headerSpec, ...childSpecs];
/** The samples of a table whose values stand side by side, one column an element: it needs no numbers of samples. */
export const wideSpec: Spec = (() => {
  const samples = childSpecs.find(({ kind }) => kind === 'samples') ?? headerSpec;
  return { ...samples, needs: ['hole', 'from', 'to'], tells: [] };
})();
