import type { EditedRule } from '@geoarchive/contract/supervision.ts';
import type { Day } from '@geoarchive/domain/dates.ts';

/** All versions of one rule, the latest first; `counts` is the one that counts for occasions of today, also where it is switched off. */
export type RuleVersions = { id: string; counts: EditedRule; versions: EditedRule[] };

/** The rules with their versions, in the order in which they come. One that has not begun yet stands for itself. */
export const byRule = (items: readonly EditedRule[], today: Day): RuleVersions[] =>
  [...Map.groupBy(items, ({ id }) => id)].flatMap(([id, all]) => {
    const versions = all.toSorted((a, b) => b.version - a.version);
    const counts = versions.find(({ from }) => from <= today) ?? versions.at(-1);
    return counts === undefined ? [] : [{ id, counts, versions }];
  });

/** Whether a version makes duties for occasions of that day. */
export const isInForce = ({ active, from, to }: EditedRule, today: Day): boolean =>
  active && from <= today && (to === undefined || today <= to);
