import { tieKinds, tieText } from './ties.ts';

/** How a row of a list stands to the list of the period before. */
export type Standing = 'added' | 'gone' | 'changed' | 'same';
export type Compared<T> = { code: string; standing: Standing; row?: T; before?: T };

/** What is compared of a row: everything but what the system found of it; its ties however they are written. */
const said = (row: object): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([key, value]) => key !== 'findings' && value !== undefined)
      .map(([key, value]) => {
        const tie = tieKinds.find((one) => one === key);
        return [key, tie === undefined ? value : tieText(tie, String(value))] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

export const isSameHolding = (a: object, b: object): boolean => said(a) === said(b);

/**
 * Two lists, both in the order of their codes, laid beside each other. With `until` only what stands up to that code is told: beyond it one of
 * the lists goes on.
 */
export const compare = <T extends { code: string }>(
  now: readonly T[],
  before: readonly T[],
  until?: string,
): Compared<T>[] => {
  const old = new Map(before.map((row) => [row.code, row]));
  const present = new Set(now.map(({ code }) => code));
  const told: Compared<T>[] = now.map((row) => {
    const was = old.get(row.code);
    if (was === undefined) return { code: row.code, standing: 'added', row };
    return { code: row.code, standing: isSameHolding(row, was) ? 'same' : 'changed', row, before: was };
  });
  for (const row of before)
    if (!present.has(row.code)) told.push({ code: row.code, standing: 'gone', before: row });
  return told
    .filter(({ code }) => until === undefined || code <= until)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
};

/** How a row stands to that of the list before; nothing where neither list has it. */
const standingOf = (row: object | undefined, before: object | undefined): Standing | undefined => {
  if (row === undefined) return before === undefined ? undefined : 'gone';
  if (before === undefined) return 'added';
  return isSameHolding(row, before) ? 'same' : 'changed';
};

/** Differences after one row came, went or changed, without counting all the others. */
export const recountDifference = <T extends Differences>(
  so: T,
  of: { before: object | undefined; from: object | undefined; to: object | undefined },
): T => {
  const sum = { ...so };
  const [was, is] = [standingOf(of.from, of.before), standingOf(of.to, of.before)];
  if (was !== undefined && was !== 'same') sum[was] -= 1;
  if (is !== undefined && is !== 'same') sum[is] += 1;
  return sum;
};

export type Differences = Record<Exclude<Standing, 'same'>, number>;
export const noDifferences: Differences = { added: 0, gone: 0, changed: 0 };

/** Counts differences, on top of what was counted before. */
export const countDifferences = (of: readonly { standing: Standing }[], so: Differences): Differences => {
  const sum = { ...so };
  for (const { standing } of of) if (standing !== 'same') sum[standing] += 1;
  return sum;
};
