import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { type ChaseStep, chaseLifecycle, chaseStepName } from '@geoarchive/domain/supervision/chase.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Stocks } from './Holders.tsx';

const steps = ['demand', 'order', 'propose', 'fine', 'circulate'] as const satisfies readonly ChaseStep[];

/** The chasing work of each archive's province: chases by state, papers of the last days, how soon it demands. */
export const Chasing = ({ items }: { items: Stocks }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const spans = items[0]?.chasing.papers.map(({ days }) => days) ?? [];
  const node = {
    key: 'node',
    title: t('cockpit.node'),
    show: ({ node: code, name }: Stocks[number]) => <Link to={`/chases?node=${code}`}>{say(name)}</Link>,
  };
  return (
    <>
      <Rows
        label={t('cockpit.chasesByState')}
        rows={items}
        rowKey={(row) => row.node}
        columns={[
          node,
          ...statesOf(chaseLifecycle).map((state) => ({
            key: state,
            title: say(chaseLifecycle.states[state]),
            show: ({ chasing }: Stocks[number]) => formatCount(chasing.states[state] ?? 0),
            width: 110,
          })),
        ]}
      />
      <p className="ga-soft">{t('cockpit.papersHint', { spans: spans.join(' / ') })}</p>
      <Rows
        label={t('cockpit.papers')}
        rows={items}
        rowKey={(row) => row.node}
        columns={[
          node,
          ...steps.map((step) => ({
            key: step,
            title: say(chaseStepName(step)),
            show: ({ chasing }: Stocks[number]) =>
              chasing.papers.map(({ counts }) => formatCount(counts[step])).join(' / '),
            width: 110,
          })),
          {
            key: 'median',
            title: t('cockpit.medianDays'),
            show: ({ chasing }: Stocks[number]) =>
              chasing.medianDays === undefined ? '—' : t('cockpit.dayCount', { days: chasing.medianDays }),
            width: 190,
          },
        ]}
      />
    </>
  );
};
