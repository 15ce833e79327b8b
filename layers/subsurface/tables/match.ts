import { type Cell, isBlank, type RawRow, shownText } from '@geoarchive/domain/sheets/cell.ts';
import { folded } from '@geoarchive/domain/sheets/fold.ts';
import { headerWithin, isProblemsHeading } from '@geoarchive/domain/sheets/header.ts';
import type { Column } from '@geoarchive/domain/sheets/sheet.ts';
import { elementOf } from './elements.ts';
import { headerSpec, type Spec, specs, wideSpec } from './specs.ts';

export type Found = { column: Column; at: number; heading: string; unit: string };
export type Match = {
  spec: Spec;
  row: number;
  columns: readonly Found[];
  /** Where names of the hole stand, the surest first. */
  names: readonly number[];
  /** Headings nobody knows. */
  unknown: readonly { at: number; heading: string }[];
  /** Whether all its headings are those of the template: then nothing of it may be left out without an error. */
  exact: boolean;
  /** Columns of elements in a table whose values stand side by side. */
  elements: readonly { at: number; element: string; unit: string }[];
};

/** A heading without what stands behind it in brackets (`From (ft)`) or as a plain unit (`from_ft`), and that. */
const parted = (heading: string): { bare: string; unit: string } => {
  const found =
    /^(.*?)[\s_]*[（([]([^（）()[\]]*)[）)\]]\s*$/.exec(heading) ??
    /^(.+?)[\s_]+(ft|feet|m|km|cm|mm|in|inch|deg|rad|psi|mpa|kpa)$/i.exec(heading);
  return { bare: found?.[1] ?? heading, unit: (found?.[2] ?? '').trim() };
};

const matchRow = (spec: Spec, { row, cells }: RawRow): Match => {
  const best = new Map<string, Found & { rank: number }>();
  const names: { at: number; rank: number }[] = [];
  const headings = cells.map((cell) =>
    isBlank(cell) || isProblemsHeading(cell) ? '' : shownText(cell).trim(),
  );
  const known = headings.map((heading) => {
    if (heading === '') return undefined;
    const { bare, unit } = parted(heading);
    const whole = spec.headings.get(folded(heading));
    const found = whole ?? spec.headings.get(folded(bare));
    // Behind its bare name a heading is less sure than one that is met as it stands.
    return found && { ...found, rank: found.rank + (whole === undefined ? 0.5 : 0), unit };
  });
  known.forEach((found, at) => {
    if (found === undefined) return;
    const { column, rank, unit } = found;
    if (column.key === 'hole') names.push({ at, rank });
    const before = best.get(column.key);
    if (before === undefined || rank < before.rank)
      best.set(column.key, { column, at, heading: headings[at] ?? '', unit, rank });
  });
  const taken = new Set([...[...best.values()].map(({ at }) => at), ...names.map(({ at }) => at)]);
  const unknown = headings.flatMap((heading, at) =>
    heading === '' || taken.has(at) ? [] : [{ at, heading }],
  );
  const elements = unknown.flatMap(({ at, heading }) => {
    const element = elementOf(heading);
    return element === undefined ? [] : [{ at, ...element }];
  });
  return {
    spec,
    row,
    columns: [...best.values()].map(({ rank: _, ...found }) => found),
    names: names.sort((a, b) => a.rank - b.rank).map(({ at }) => at),
    unknown,
    exact: unknown.length === 0 && [...best.values()].every(({ rank }) => rank === 0),
    elements,
  };
};

const has = ({ columns }: Match, key: string): boolean => columns.some(({ column }) => column.key === key);
const fits = (match: Match): boolean =>
  match.spec.needs.every((key) => has(match, key)) &&
  (match.spec.tells.length === 0 || match.spec.tells.some((key) => has(match, key)));

/** Whether the sheet's own name, or the file's, is the title of the table. */
const isNamed = ({ sheet }: Spec, name: string): boolean =>
  [sheet.title.zh, sheet.title.en, sheet.id].some((title) => folded(title) === folded(name));

const places = ['x', 'longitude', 'easting'];
/** What a table of values side by side is: samples with their assays, where it has elements and is no table of layers. */
const wide = (rows: readonly RawRow[]): Match | undefined =>
  rows.map((row) => matchRow(wideSpec, row)).find((match) => fits(match) && match.elements.length > 0);

/**
 * Finds which table of a hole the rows are, and where its headings stand: the one that names most columns; of equals the one by
 * whose title the sheet goes. Undefined where it is none of them.
 */
export const matchTable = (rows: readonly RawRow[], name: string): Match | undefined => {
  const begin = rows.slice(0, headerWithin);
  const all = specs.flatMap((spec) =>
    begin
      .map((row) => matchRow(spec, row))
      .filter((match) => fits(match) || (isNamed(spec, name) && has(match, 'hole'))),
  );
  // A depth and angles alone are a survey before they are the bottom and the collar of a hole.
  const doubtful = (match: Match) => match.spec.kind === 'header' && !places.some((key) => has(match, key));
  const score = (match: Match) =>
    match.columns.length + (isNamed(match.spec, name) ? 100 : 0) - (doubtful(match) ? 0.5 : 0);
  const [best] = all.sort((a, b) => score(b) - score(a));
  const side = wide(begin);
  if (side === undefined) return best;
  return best === undefined || score(best) < 100 ? (best?.spec.kind === 'layers' ? best : side) : best;
};

/** The header that a table of rows repeats beside them (place, depth of the hole), where it does. */
export const besides = (match: Match, cells: readonly Cell[]): Match | undefined => {
  if (match.spec.kind === 'header') return undefined;
  const taken = new Set(match.columns.map(({ at }) => at));
  const beside = matchRow(headerSpec, { row: match.row, cells });
  const columns = beside.columns.filter(({ column, at }) => column.key === 'hole' || !taken.has(at));
  const reduced = { ...beside, columns, names: match.names };
  const pairs = [
    ['longitude', 'latitude'],
    ['easting', 'northing'],
    ['x', 'y'],
  ] as const;
  return pairs.some((pair) => pair.every((key) => has(reduced, key))) ? reduced : undefined;
};
