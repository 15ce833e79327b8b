import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Cockpit } from './cockpit.ts';

/** How far the registers are covered by tasks and how fresh they are, as of the last recount. */
export const Coverage = ({ of: { recount, hindered } }: { of: Cockpit }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  return (
    <Panel title={t('cockpit.coverage')}>
      {recount === undefined || recount.coverage.length === 0 ? (
        <Empty title={t('cockpit.noCoverage')} hint={t('cockpit.noCoverageHint')} />
      ) : (
        <Rows
          label={t('cockpit.coverage')}
          rows={recount.coverage}
          rowKey={({ node }) => node}
          columns={[
            { key: 'node', title: t('cockpit.node'), show: ({ name }) => say(name) },
            {
              key: 'entries',
              title: t('cockpit.entries'),
              show: (row) => formatCount(row.entries),
              width: 130,
            },
            {
              key: 'without',
              title: t('cockpit.without'),
              show: (row) => formatCount(row.without),
              width: 130,
            },
            { key: 'changed', title: t('cockpit.changed'), show: (row) => day(row.changedOn), width: 150 },
          ]}
        />
      )}
      {hindered !== undefined && (
        <Alert
          type="warning"
          showIcon
          title={<Link to={`/jobs/${hindered.job}`}>{t('cockpit.hindered', { count: hindered.count })}</Link>}
          description={t('cockpit.hinderedHint', { at: time(hindered.asOf) })}
        />
      )}
      {recount !== undefined && (
        <p className="ga-soft">
          {t('cockpit.recounted', { at: time(recount.asOf) })}{' '}
          {recount.repaired === 0 ? t('cockpit.agreed') : t('cockpit.repaired', { count: recount.repaired })}
        </p>
      )}
    </Panel>
  );
};
