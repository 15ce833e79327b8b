import type { Day } from '@geoarchive/domain/dates.ts';

type Span = { from: Day; to?: Day | undefined; active: boolean };
type Version = Span & { id: string; version: number };

/** All versions of one rule, the latest first; `counts` is the one that counts for today, also where it is switched off. */
export type RuleVersions<R> = { id: string; counts: R; versions: R[] };

/** The rules with their versions, in the order in which they come. One that has not begun yet stands for itself. */
export const byRule = <R extends Version>(items: readonly R[], today: Day): RuleVersions<R>[] =>
  [...Map.groupBy(items, ({ id }) => id)].flatMap(([id, all]) => {
    const versions = all.toSorted((a, b) => b.version - a.version);
    const counts = versions.find(({ from }) => from <= today) ?? versions.at(-1);
    return counts === undefined ? [] : [{ id, counts, versions }];
  });

/** Whether a version counts for that day. */
export const isInForce = ({ active, from, to }: Span, today: Day): boolean =>
  active && from <= today && (to === undefined || today <= to);
