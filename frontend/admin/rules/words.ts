import type { ReleaseDraft, RoutingDraft, RuleDraft } from '@geoarchive/contract/rules.ts';
import { minerals } from '@geoarchive/domain/codes/minerals.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { type Funding, fundingNames } from '@geoarchive/domain/supervision/register.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';

const mineralNames = new Map(minerals.entries.map(({ slug, name }) => [slug, name]));

/** How what a rule says is put in words. */
export const useRuleWords = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const yesNo = (name: string, value: boolean | undefined): string[] =>
    value === undefined ? [] : [t(`rules.${name}Is.${value ? 'yes' : 'no'}`)];
  const funded = (funding: readonly Funding[] | undefined): string[] =>
    funding === undefined ? [] : [funding.map((one) => say(fundingNames[one])).join('、')];
  return {
    /** When it is due, counted from the occasion; or by when it is public, counted from its day. */
    effect: (effect: RuleDraft['effect'] | ReleaseDraft['latest']): string => {
      if (effect === 'nothing-due') return t('rules.nothingDue');
      const { days, kind, rollsOver } = effect;
      const way = days === 0 ? 'sameDay' : days < 0 ? 'before' : 'after';
      const offset = t(`proof.${way}`, { days: Math.abs(days), kind: t(`proof.kinds.${kind}`) });
      return rollsOver === true ? t('proof.rollsOver', { offset }) : offset;
    },
    when: (when: RuleDraft['when']): string =>
      [
        ...yesNo('retention', when?.retention),
        ...yesNo('newData', when?.newData),
        ...funded(when?.funding),
      ].join('；'),
    /** What a row of routing asks for; one that asks for nothing is for all. */
    routing: ({
      marine,
      minerals: some,
      area,
      funding,
      funderKnown,
      sources,
    }: RoutingDraft['when']): string => {
      const parts = [
        ...yesNo('marine', marine),
        ...(some === undefined
          ? []
          : [
              some
                .map((slug) => mineralNames.get(slug))
                .map((name, at) => (name === undefined ? some[at] : say(name)))
                .join('、'),
            ]),
        ...yesNo('area', area),
        ...funded(funding),
        ...yesNo('funderKnown', funderKnown),
        ...(sources === undefined ? [] : [sources.map((one) => say(taskSourceNames[one])).join('、')]),
      ];
      return parts.length === 0 ? t('rules.all') : parts.join('；');
    },
    span: ({ from, to }: { from: string; to?: string | undefined }): string =>
      t('registers.term', { from, to: to ?? '—' }),
  };
};
