import { mineralClasses } from '../codes/mineral-classes.ts';
import { addDays, addYears, type Day } from '../dates.ts';
import { taskSources } from '../publication.ts';
import {
  between,
  type CountedOf,
  type Counts,
  countOf,
  monthsSheet,
  type Sheets,
  sheetsFor,
} from './tally.ts';

/** Days ahead for which one sees what falls due, from today on. */
export const aheadDays = [30, 60, 90] as const;
/** Overdue by age: up to so many days, and the rest. */
export const ageClasses = [30, 90, 180, 365] as const;

/** Of the tasks whose day has passed: how many there are (应汇交) and how many of them were submitted. What is missing is overdue. */
export type Rate = { should: number; submitted: number };
/** The figures of one archive, or of one source. */
export type Line = Rate & { lastYear: Rate; overdue: number; soon: number };
/** A month or a year: what has passed of it, and what is still open of the rest. */
export type Period = Rate & { period: string; ahead: number };

const submittedStates = ['handed-in', 'accepted', 'certified'] as const;
const rateOf = (counts: Counts, of: CountedOf = {}): Rate => ({
  should: countOf(counts, of),
  submitted: countOf(counts, { ...of, states: submittedStates }),
});
const openOf = (counts: Counts, of: CountedOf = {}): number => countOf(counts, { ...of, states: ['open'] });

/** A day before all that there are, and one after. */
const [earliest, latest] = ['0000-01-01', '9999-12-31'];
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const newYear = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`;

/** The part of a year that has passed, and the same part of the year before. */
const spansOf = (year: number, today: Day) => {
  const from = newYear(year);
  const to = later(from, earlier(newYear(year + 1), today));
  return { from, to, fromBefore: newYear(year - 1), toBefore: addYears(to, -1) };
};

/** The sheets that the figures of a year need, beside those of all years. */
export const sheetsOfFigures = (year: number, today: Day): string[] => {
  const { to, toBefore } = spansOf(year, today);
  const edges = [
    ...[today, to, toBefore],
    ...aheadDays.map((days) => addDays(today, days + 1)),
    ...ageClasses.map((days) => addDays(today, -days)),
  ];
  return [...new Set([...sheetsFor(edges), monthsSheet(newYear(year)), monthsSheet(newYear(year - 1))])];
};

/** Sheets of several places together. */
export const together = (all: readonly Sheets[]): Sheets => {
  const sum = new Map<string, Record<string, number>>();
  for (const sheets of all)
    for (const [sheet, counts] of sheets) {
      const one = sum.get(sheet) ?? {};
      sum.set(sheet, one);
      for (const [name, count] of Object.entries(counts)) one[name] = (one[name] ?? 0) + count;
    }
  return sum;
};

const linesOf = (sheets: Sheets, year: number, today: Day, all: readonly CountedOf[]): Line[] => {
  const { from, to, fromBefore, toBefore } = spansOf(year, today);
  const [now, last] = [between(sheets, from, to), between(sheets, fromBefore, toBefore)];
  const late = between(sheets, earliest, today);
  const soon = between(sheets, today, addDays(today, Math.max(...aheadDays) + 1));
  return all.map((of) => ({
    ...rateOf(now, of),
    lastYear: rateOf(last, of),
    overdue: openOf(late, of),
    soon: openOf(soon, of),
  }));
};

const nothing = (): Line => ({
  should: 0,
  submitted: 0,
  lastYear: { should: 0, submitted: 0 },
  overdue: 0,
  soon: 0,
});
/** What is left of the whole without its parts. */
const restOf = (whole: Line, parts: readonly Line[]): Line => {
  const left = (of: (line: Line) => number) => parts.reduce((rest, part) => rest - of(part), of(whole));
  return {
    should: left(({ should }) => should),
    submitted: left(({ submitted }) => submitted),
    lastYear: {
      should: left(({ lastYear }) => lastYear.should),
      submitted: left(({ lastYear }) => lastYear.submitted),
    },
    overdue: left(({ overdue }) => overdue),
    soon: left(({ soon }) => soon),
  };
};

/** By class of minerals; the last line is of the tasks that name none. */
const mineralLines = (sheets: Sheets, year: number, today: Day, whole: Line) => {
  const lines = linesOf(
    sheets,
    year,
    today,
    mineralClasses.map((mineral) => ({ mineral })),
  );
  return [
    ...lines.flatMap((line, at) => {
      const mineral = mineralClasses[at];
      return mineral === undefined ? [] : [{ mineral, ...line }];
    }),
    { mineral: 'none' as const, ...restOf(whole, lines) },
  ];
};

const periodOf = (sheets: Sheets, period: string, from: Day, to: Day, today: Day): Period => ({
  period,
  ...rateOf(between(sheets, from, earlier(to, today))),
  ahead: openOf(between(sheets, later(from, today), to)),
});

const monthsOf = (sheets: Sheets, year: number, today: Day): Period[] =>
  Array.from({ length: 12 }, (_, at) => {
    const [from = '', to = newYear(year + 1)] = [at, at + 1].flatMap((one) =>
      one < 12 ? [`${newYear(year).slice(0, 5)}${String(one + 1).padStart(2, '0')}-01`] : [],
    );
    return periodOf(sheets, from.slice(0, 7), from, to, today);
  });

const yearsOf = (sheets: Sheets, today: Day): Period[] =>
  [...sheets.keys()]
    .flatMap((name) => (name.startsWith('year#') ? [Number(name.slice('year#'.length))] : []))
    .sort((a, b) => a - b)
    .map((year) => periodOf(sheets, String(year), newYear(year), newYear(year + 1), today))
    .filter(({ should, ahead }) => should + ahead > 0);

/** Everything the cockpit shows of tasks, from the prepared counts of these archives: for the year that is asked for, and as of today. */
export const figuresOf = (places: ReadonlyMap<string, Sheets>, year: number, today: Day) => {
  const all = together([...places.values()]);
  const due = aheadDays.map((days) => ({
    days,
    count: openOf(between(all, today, addDays(today, days + 1))),
  }));
  const edges = [0, ...ageClasses].map((days) => addDays(today, -days));
  const overdue = edges.map((to, at) => ({
    ...(ageClasses[at] === undefined ? {} : { upTo: ageClasses[at] }),
    count: openOf(between(all, edges[at + 1] ?? earliest, to)),
  }));
  const [total = nothing()] = linesOf(all, year, today, [{}]);
  const monthsBefore = monthsOf(all, year - 1, today);
  return {
    due,
    overdue,
    ahead: openOf(between(all, today, latest)),
    total,
    byNode: [...places].flatMap(([node, sheets]) =>
      linesOf(sheets, year, today, [{}]).map((line) => ({ node, ...line })),
    ),
    bySource: linesOf(
      all,
      year,
      today,
      taskSources.map((source) => ({ source })),
    ).flatMap((line, at) => {
      const source = taskSources[at];
      return source === undefined ? [] : [{ source, ...line }];
    }),
    byMineral: mineralLines(all, year, today, total),
    byMonth: monthsOf(all, year, today).map((period, at) => ({
      ...period,
      lastYear: (({ should, submitted }) => ({ should, submitted }))(
        monthsBefore[at] ?? { should: 0, submitted: 0 },
      ),
    })),
    byYear: yearsOf(all, today),
  };
};
