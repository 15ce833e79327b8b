import type { CaseFacts } from '@geoarchive/contract/case-parts.ts';
import { useTranslation } from 'react-i18next';
import type { Fact } from '../detail/Facts.tsx';
import { useLanguage } from '../i18n/use-language.ts';

/** What a statement about a task says beside its text: the pledge as it was read, the day that is asked for. */
export const useStatementFacts = (): ((of: CaseFacts['statement']) => Fact[]) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  return (of) =>
    of === undefined
      ? []
      : [
          { label: t('taskPage.pledged'), value: of.pledge },
          { label: t('taskPage.expected'), value: of.expected === undefined ? undefined : day(of.expected) },
        ];
};
