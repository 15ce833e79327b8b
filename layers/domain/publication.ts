import type { Day } from './dates.ts';
import type { Secrecy } from './secrecy.ts';
import type { Bilingual } from './text.ts';

/** Where the duty to submit comes from (domain.md §4.1); rights have other publication dates than the rest. */
export const taskSources = [
  'exploration-right',
  'mining-right',
  'state-project',
  'engineering',
  'other',
] as const;
export type TaskSource = (typeof taskSources)[number];
export const taskSourceNames: Readonly<Record<TaskSource, Bilingual>> = {
  'exploration-right': { zh: '探矿权', en: 'Exploration right' },
  'mining-right': { zh: '采矿权', en: 'Mining right' },
  'state-project': { zh: '国家出资项目', en: 'State-funded project' },
  engineering: { zh: '工程建设项目', en: 'Construction project' },
  other: { zh: '其他地质工作', en: 'Other geological work' },
};

/** What the three axes of a dossier and one of its files say: secrecy (密级), protection (保护), copyright (art. 16). */
export type Axes = {
  secrecy: Secrecy;
  fileSecrecy: Secrecy;
  protectedUntil?: Day | undefined;
  /** The author's consent to publish the work itself; withheld keeps the file back, the catalogue stays public. */
  copyright: 'consented' | 'withheld';
  window?: { earliest: Day; latest: Day } | undefined;
  /** The submitter's written consent opens data before the earliest day (art. 17). */
  earlyConsent: boolean;
};

export type Bar = { code: string; message: Bilingual };

/** Why a file may not be published on a day; empty means it may. The one predicate that reads all three axes. */
export const barsToPublication = (axes: Axes, today: Day): Bar[] => {
  const bars: Bar[] = [];
  if (axes.secrecy !== 'public' || axes.fileSecrecy !== 'public')
    bars.push({
      code: 'not-public',
      message: { zh: '密级不是“公开”。', en: 'Its secrecy level is not "public".' },
    });
  if (axes.protectedUntil !== undefined && today <= axes.protectedUntil && !axes.earlyConsent)
    bars.push({
      code: 'protected',
      message: {
        zh: `处于保护期，至 ${axes.protectedUntil}。`,
        en: `It is protected until ${axes.protectedUntil}.`,
      },
    });
  if (axes.copyright === 'withheld')
    bars.push({
      code: 'copyright-withheld',
      message: { zh: '著作权人未同意公开。', en: 'The copyright holder has not agreed.' },
    });
  if (axes.earlyConsent) return bars;
  if (axes.window === undefined)
    bars.push({
      code: 'no-date',
      message: {
        zh: '许可证截止日期未知，或没有适用的公开规则，无法确定公开日期；请先补充。',
        en: 'The end of the licence is unknown, or no rule of release holds, so there is no publication date: add it first.',
      },
    });
  else if (today < axes.window.earliest)
    bars.push({
      code: 'too-early',
      message: {
        zh: `最早可于 ${axes.window.earliest} 公开（条例第十五条）。`,
        en: `It may be published from ${axes.window.earliest} (Regulation art. 15).`,
      },
    });
  return bars;
};

/**
 * Why the catalogue record of a dossier may not be public: only its secrecy. Protection, copyright and the days of art. 15 hold
 * back the files, not the catalogue (art. 17).
 */
export const barsToCatalogue = (axes: Axes, today: Day): Bar[] =>
  barsToPublication(axes, today).filter(({ code }) => code === 'not-public');
