import type { Day } from '@geoarchive/domain/dates.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useTranslation } from 'react-i18next';
import { isInForce } from './versions.ts';

type Props = { of: { from: Day; to?: Day | undefined; active: boolean }; today: Day };

/** Whether a version of a rule counts for a day. */
export const RuleState = ({ of, today }: Props) => {
  const { t } = useTranslation();
  if (!of.active) return <StateTag tone="neutral">{t('rules.states.off')}</StateTag>;
  if (isInForce(of, today)) return <StateTag tone="good">{t('rules.states.inForce')}</StateTag>;
  return (
    <StateTag tone="neutral">{t(of.from > today ? 'rules.states.later' : 'rules.states.over')}</StateTag>
  );
};
