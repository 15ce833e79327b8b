import type { Day } from '../dates.ts';
import type { Bilingual } from '../text.ts';

/** How sure it is that the law says so (the marks of domain.md). */
export const groundNames = {
  law: { zh: '法规条文', en: 'Text of the law' },
  notice: { zh: '部门文件', en: 'Notice of the ministry' },
  inferred: { zh: '推定', en: 'Inferred' },
  draft: { zh: '征求意见稿', en: 'Draft, not in force' },
} as const satisfies Record<string, Bilingual>;
export type Ground = keyof typeof groundNames;
const isGround = (name: string): name is Ground => Object.hasOwn(groundNames, name);
export const groundCodes: readonly Ground[] = Object.keys(groundNames).filter(isGround);

/** The families of rules that are data: what is due (domain.md §1.4), who receives (§1.3), when it is public (art. 15). */
export const ruleFamilies = ['duty', 'routing', 'release'] as const;
export type RuleFamily = (typeof ruleFamilies)[number];

/**
 * What versions of rules of all families have. Versions are never changed: a later one replaces an earlier, so that what rests on an
 * earlier one can be reckoned again years later.
 */
export type RuleVersion = {
  /** Unlike that of any other rule, of whatever family. */
  id: string;
  version: number;
  name: Bilingual;
  /** First and last day that it counts for. */
  from: Day;
  to?: Day | undefined;
  /** A rule that is switched off is shown and not applied. */
  active: boolean;
  reference: Bilingual;
  ground: Ground;
};

/** The version of each rule that counts for a day: of those that have begun the last. None of a rule that is off or has ended then. */
export const inForceOn = <R extends RuleVersion>(rules: readonly R[], day: Day): R[] => {
  const latest = new Map<string, R>();
  for (const one of rules) {
    const before = latest.get(one.id);
    if (one.from <= day && (before === undefined || before.version < one.version)) latest.set(one.id, one);
  }
  return [...latest.values()].filter(({ active, to }) => active && (to === undefined || day <= to));
};
