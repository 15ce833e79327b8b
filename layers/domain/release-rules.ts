import { lastDayOf, type Term } from './calendar/term.ts';
import type { WorkCalendar } from './calendar/working-days.ts';
import type { Day } from './dates.ts';
import type { TaskSource } from './publication.ts';
import { inForceOn, type RuleVersion } from './supervision/rule-version.ts';
import type { Bilingual } from './text.ts';

/** What the days of publication are counted from (Regulation art. 15). */
export const releaseStartNames = {
  'licence-end': { zh: '许可证有效期届满', en: 'End of the licence' },
  submission: { zh: '汇交', en: 'Submission' },
} as const satisfies Record<string, Bilingual>;
export type ReleaseStart = keyof typeof releaseStartNames;
const isReleaseStart = (name: string): name is ReleaseStart => Object.hasOwn(releaseStartNames, name);
export const releaseStarts: readonly ReleaseStart[] = Object.keys(releaseStartNames).filter(isReleaseStart);

/**
 * One version of one rule of publication (Regulation art. 15, domain.md §1.5); it counts for data whose counted day is one of its days.
 * What it is for and counted from is given by the system: the version that counts is found by that day.
 */
export type ReleaseRule = RuleVersion & {
  sources: readonly TaskSource[];
  /** The earliest day of publication, from which the latest is counted. */
  counted: ReleaseStart;
  /** How long after it publication is late. */
  latest: Term;
};

const article15 = { zh: '《地质资料管理条例》第十五条', en: 'Regulation on Geological Data, art. 15' };
/** Licences that ended before the Regulation have their days by it too: what of them is handed in is published by its rules. */
const always: Day = '1900-01-01';
const shipped = (
  of: Pick<ReleaseRule, 'id' | 'name' | 'sources' | 'counted'>,
  days: number,
): ReleaseRule => ({
  version: 1,
  from: always,
  active: true,
  latest: { days, kind: 'calendar' },
  reference: article15,
  ground: 'law',
  ...of,
});

/** The rules that come with the system: those of art. 15. */
export const shippedReleaseRules: readonly ReleaseRule[] = [
  shipped(
    {
      id: 'release-rights',
      name: { zh: '探矿权、采矿权资料公开', en: 'Publication of data of mining rights' },
      sources: ['exploration-right', 'mining-right'],
      counted: 'licence-end',
    },
    30,
  ),
  shipped(
    {
      id: 'release-others',
      name: { zh: '其他资料公开', en: 'Publication of other data' },
      sources: ['state-project', 'engineering', 'other'],
      counted: 'submission',
    },
    90,
  ),
];

/** What the days of publication follow from; without `submitted` it was not handed in yet. */
export type ReleaseFacts = {
  source: TaskSource;
  submitted?: Day | undefined;
  licenceEnd?: Day | undefined;
};
/** Earliest and latest day of publication, with the version of the rule that they follow from. */
export type ReleaseWindow = { earliest: Day; latest: Day; rule: { id: string; version: number } };

/**
 * The days of publication (Regulation art. 15) by the rule that counts for the day they are counted from: a right's from the end of the
 * licence, other data's from the day of submission. Undefined while that day is not known, and where no rule holds.
 */
export const publicationWindow = (
  facts: ReleaseFacts,
  { release, calendar }: { release: readonly ReleaseRule[]; calendar: WorkCalendar },
): ReleaseWindow | undefined => {
  const counted = { 'licence-end': facts.licenceEnd, submission: facts.submitted };
  const [found] = releaseStarts.flatMap((start) => {
    const earliest = counted[start];
    if (earliest === undefined) return [];
    return inForceOn(release, earliest)
      .filter((rule) => rule.counted === start && rule.sources.includes(facts.source))
      .map((rule) => ({ rule, earliest }));
  });
  if (found === undefined) return undefined;
  const { rule, earliest } = found;
  return {
    earliest,
    latest: lastDayOf(calendar, earliest, rule.latest),
    rule: { id: rule.id, version: rule.version },
  };
};
