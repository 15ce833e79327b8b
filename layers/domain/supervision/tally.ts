import { type MineralClass, mineralClasses } from '../codes/mineral-classes.ts';
import type { Day } from '../dates.ts';
import { type TaskSource, taskSources } from '../publication.ts';
import type { TaskState } from '../task.ts';
import { dayThatCounts, type HandIn } from './timeliness.ts';

/** The states in which a task counts; one that was withdrawn, or for which no data were formed, is owed by nobody. */
export const countedStates = ['open', 'handed-in', 'accepted', 'certified'] as const;
export type CountedState = (typeof countedStates)[number];

/** What a task counts as: where, due when, from what, of which mineral, how far it is. It follows from the task alone, so it can always be counted afresh. */
export type Cell = {
  node: string;
  due: Day;
  source: TaskSource;
  mineral?: MineralClass | undefined;
  state: CountedState;
};

const isCounted = (state: TaskState): state is CountedState =>
  countedStates.some((counted) => counted === state);

/**
 * The cell of a task; none for one that nobody owes. Its day is the one that counts: what was handed in on time and is being corrected is not
 * overdue.
 */
export const cellOf = (task: {
  node: string;
  due: Day;
  source: TaskSource;
  mineral?: MineralClass | undefined;
  state: TaskState;
  handIns?: readonly HandIn[] | undefined;
}): Cell | undefined => {
  const { node, source, mineral, state } = task;
  if (!isCounted(state)) return undefined;
  return { node, due: dayThatCounts(task), source, ...(mineral === undefined ? {} : { mineral }), state };
};

/** One name of a count: of which source or of which mineral, and how far. The two stand side by side, not crossed: sheets stay small. */
export type CountName = `${TaskSource | `m.${MineralClass}`}/${CountedState}`;
const countNames: readonly CountName[] = countedStates.flatMap((state) => [
  ...taskSources.map((source): CountName => `${source}/${state}`),
  ...mineralClasses.map((mineral): CountName => `m.${mineral}/${state}`),
]);
const known: ReadonlySet<string> = new Set(countNames);
const isCountName = (name: string): name is CountName => known.has(name);
export type Counts = Partial<Record<CountName, number>>;

/**
 * The sheets on which a cell is counted, from coarse to fine, with the name of the count there: its year, its month on the sheet of the
 * year's months, its day on the sheet of the month's days. With these three any span of days is the difference of a few numbers.
 */
export const entriesOf = ({
  due,
  source,
  mineral,
  state,
}: Omit<Cell, 'node'>): { sheet: string; name: string }[] => {
  const counts: CountName[] = [
    `${source}/${state}`,
    // What has no mineral is all that is left of the whole.
    ...(mineral === undefined ? [] : [`m.${mineral}/${state}` as const]),
  ];
  return counts.flatMap((count) => [
    { sheet: yearSheet(due), name: count },
    { sheet: monthsSheet(due), name: `${due.slice(5, 7)}/${count}` },
    { sheet: daysSheet(due), name: `${due.slice(8)}/${count}` },
  ]);
};
const yearPrefix = 'year#';
export const yearSheet = (day: Day): string => `${yearPrefix}${day.slice(0, 4)}`;
export const monthsSheet = (day: Day): string => `months#${day.slice(0, 4)}`;
export const daysSheet = (day: Day): string => `days#${day.slice(0, 7)}`;
/** The months of a year by their sheets of days. */
export const daysSheetsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, at) => daysSheet(`${year}-${String(at + 1).padStart(2, '0')}`));

/** Numbers on sheets: `sheet → name → count`. */
export type Sheets = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** What is added to sheets when cells come and go; names that come to nothing are left out, sheets that were touched are not. */
export const additions = (changes: readonly { from?: Cell | undefined; to?: Cell | undefined }[]) => {
  const sheets = new Map<string, { node: string; sheet: string; add: Map<string, number> }>();
  const note = (cell: Cell | undefined, by: number): void => {
    if (cell === undefined) return;
    for (const { sheet, name } of entriesOf(cell)) {
      const key = `${cell.node} ${sheet}`;
      const one = sheets.get(key) ?? { node: cell.node, sheet, add: new Map<string, number>() };
      sheets.set(key, one);
      one.add.set(name, (one.add.get(name) ?? 0) + by);
    }
  };
  for (const { from, to } of changes) {
    note(from, -1);
    note(to, 1);
  }
  return [...sheets.values()].map(({ add, ...of }) => ({
    ...of,
    add: Object.fromEntries([...add].filter(([, by]) => by !== 0)),
  }));
};

/** Counts of several places, or of several spans, together. */
export const sumOf = (all: readonly Counts[]): Counts => {
  const sum: Counts = {};
  for (const one of all)
    for (const name of countNames) {
      const more = one[name];
      if (more !== undefined && more !== 0) sum[name] = (sum[name] ?? 0) + more;
    }
  return sum;
};
const minus = (a: Counts, b: Counts): Counts => {
  const rest: Counts = {};
  for (const name of countNames) {
    const left = (a[name] ?? 0) - (b[name] ?? 0);
    if (left !== 0) rest[name] = left;
  }
  return rest;
};

/** The sheets that `between` needs for these days beside those of the years, which it needs all; the first of a month needs no days. */
export const sheetsFor = (days: readonly Day[]): string[] => [
  ...new Set(
    days.flatMap((day) => [
      ...(day.endsWith('-01-01') ? [] : [monthsSheet(day)]),
      ...(day.endsWith('-01') ? [] : [daysSheet(day)]),
    ]),
  ),
];

/** Adds what a sheet says of its parts (months, days) before one of them. */
const partsBefore = (sheet: Readonly<Record<string, number>> | undefined, part: string): Counts => {
  const sum: Counts = {};
  // By what is there, which is far less than all parts times all names.
  for (const [at, more] of Object.entries(sheet ?? {})) {
    const name = at.slice(part.length + 1);
    if (at.slice(0, part.length) < part && isCountName(name)) sum[name] = (sum[name] ?? 0) + more;
  }
  return sum;
};

/** What is due before a day, of one place: whole years, then whole months of its year, then days of its month. */
export const before = (sheets: Sheets, day: Day): Counts => {
  const years = [...sheets].filter(([name]) => name.startsWith(yearPrefix) && name < yearSheet(day));
  return sumOf([
    ...years.map(([, sheet]) => sheet),
    partsBefore(sheets.get(monthsSheet(day)), day.slice(5, 7)),
    partsBefore(sheets.get(daysSheet(day)), day.slice(8)),
  ]);
};

/** What is due from one day to the day before another. */
export const between = (sheets: Sheets, from: Day, to: Day): Counts =>
  from < to ? minus(before(sheets, to), before(sheets, from)) : {};

/** Of what one counts: a source, or a class of minerals; else all. */
export type CountedOf = { source?: TaskSource; mineral?: MineralClass };

/** So many of these states (else of all). */
export const countOf = (
  counts: Counts,
  of: { states?: readonly CountedState[] } & CountedOf = {},
): number => {
  const { source, mineral, states = countedStates } = of;
  const kinds =
    mineral === undefined ? (source === undefined ? taskSources : [source]) : ([`m.${mineral}`] as const);
  let sum = 0;
  for (const kind of kinds) for (const state of states) sum += counts[`${kind}/${state}`] ?? 0;
  return sum;
};
