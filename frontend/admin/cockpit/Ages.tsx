import { addDays } from '@geoarchive/domain/dates.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Cockpit } from './cockpit.ts';
import { tasksPath } from './paths.ts';
import { RateBar } from './RateBar.tsx';

/** What is overdue by how long, with the list behind each class where one archive is shown. */
export const Ages = ({ of, node }: { of: Cockpit; node: string | undefined }) => {
  const { t } = useTranslation();
  const rows = of.overdue.map(({ upTo, count }, at) => {
    const after = of.overdue[at - 1]?.upTo ?? 0;
    return { upTo, after, count };
  });
  return (
    <Panel title={t('cockpit.ages')}>
      <Rows
        label={t('cockpit.ages')}
        rows={rows}
        rowKey={({ after }) => String(after)}
        columns={[
          {
            key: 'age',
            title: t('cockpit.age'),
            show: ({ upTo, after }) =>
              upTo === undefined
                ? t('cockpit.over', { after })
                : t('cockpit.between', { after: after + 1, upTo }),
          },
          {
            key: 'count',
            title: t('cockpit.count'),
            show: ({ upTo, after, count }) => {
              const from = upTo === undefined ? undefined : addDays(of.today, -upTo);
              const to = addDays(of.today, -after - 1);
              if (node === undefined || count === 0) return formatCount(count);
              return <Link to={tasksPath({ node, state: 'open', from, to })}>{formatCount(count)}</Link>;
            },
            width: 120,
          },
          {
            key: 'share',
            title: t('cockpit.share'),
            show: ({ count }) => <RateBar part={count} whole={of.total.overdue} />,
            width: 190,
          },
        ]}
      />
    </Panel>
  );
};
