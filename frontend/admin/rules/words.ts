import type { RuleDraft } from '@geoarchive/contract/supervision.ts';
import { fundingNames } from '@geoarchive/domain/supervision/register.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';

/** How what a rule says is put in words. */
export const useRuleWords = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return {
    /** When it is due, counted from the occasion. */
    effect: (effect: RuleDraft['effect']): string => {
      if (effect === 'nothing-due') return t('rules.nothingDue');
      const { days, kind, rollsOver } = effect;
      const way = days === 0 ? 'sameDay' : days < 0 ? 'before' : 'after';
      const offset = t(`proof.${way}`, { days: Math.abs(days), kind: t(`proof.kinds.${kind}`) });
      return rollsOver === true ? t('proof.rollsOver', { offset }) : offset;
    },
    when: (when: RuleDraft['when']): string =>
      [
        ...(when?.retention === undefined ? [] : [t(`rules.retentionIs.${when.retention ? 'yes' : 'no'}`)]),
        ...(when?.newData === undefined ? [] : [t(`rules.newDataIs.${when.newData ? 'yes' : 'no'}`)]),
        ...(when?.funding === undefined
          ? []
          : [when.funding.map((one) => say(fundingNames[one])).join('、')]),
      ].join('；'),
    span: ({ from, to }: { from: string; to?: string | undefined }): string =>
      t('registers.term', { from, to: to ?? '—' }),
  };
};
