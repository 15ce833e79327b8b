import type { Evaluation } from '@geoarchive/contract/evaluation.ts';
import { periodName } from '@geoarchive/domain/reporting/evaluation.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';

/** Units by rank, each with its total, how much of the weight was measured, and its totals before. */
export const Ranking = ({ of, label, most }: { of: Evaluation; label: string; most?: number }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <Rows
      label={label}
      rows={of.results.slice(0, most)}
      rowKey={({ unit }) => unit}
      columns={[
        { key: 'rank', title: t('evaluation.rank'), show: ({ rank }) => rank ?? '—', width: 80 },
        { key: 'unit', title: t('reporting.unit'), show: ({ name }) => say(name) },
        {
          key: 'total',
          title: t('evaluation.total'),
          show: ({ total }) => total ?? t('reporting.notMeasured'),
          width: 110,
        },
        { key: 'covered', title: t('evaluation.covered'), show: ({ covered }) => `${covered}%`, width: 130 },
        {
          key: 'trend',
          title: t('evaluation.trend'),
          show: ({ trend }) =>
            trend.map(({ period, total }) => `${say(periodName(period))} ${total}`).join(' → '),
          width: 320,
        },
      ]}
    />
  );
};
