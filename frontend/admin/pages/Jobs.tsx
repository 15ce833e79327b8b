import type { Job } from '@geoarchive/contract/jobs.ts';
import { jobs } from '@geoarchive/contract/routes.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useJobColumns } from '@geoarchive/frontend-shared/jobs/columns.tsx';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { jobWatchers } from '../roles.ts';

const lookAgainMs = 3000;

/** One list of jobs; while one of them is under way it is read again every few seconds. */
const List = ({ all }: { all: boolean }) => {
  const { t } = useTranslation();
  const [tick, setTick] = useState(0);
  const list = useList<Job, typeof jobs.listJobs>(
    all ? jobs.listAllJobs : jobs.listJobs,
    useJobColumns(all),
    {},
    tick,
  );
  const busy = list.source.rows?.some(({ state }) => isUnderWay(state)) === true;
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => setTick((before) => before + 1), lookAgainMs);
    return () => clearInterval(timer);
  }, [busy]);
  return (
    <DataList
      {...list}
      label={t('nav.jobs')}
      rowKey={(row) => row.id}
      empty={{ title: t('jobs.empty'), hint: t('jobs.emptyHint') }}
    />
  );
};

/** Long work that goes on by itself: one's own, and for who watches over it that of all. */
const Jobs = () => {
  const { t } = useTranslation();
  const person = usePerson();
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const watches = jobWatchers.some((role) => person?.roles.includes(role));
  return (
    <Page
      title={t('nav.jobs')}
      lead={t('jobs.lead')}
      actions={
        watches && (
          <Segmented
            value={whose}
            onChange={setWhose}
            options={[
              { value: 'mine', label: t('jobs.mine') },
              { value: 'all', label: t('jobs.all') },
            ]}
          />
        )
      }
    >
      <List key={whose} all={whose === 'all'} />
    </Page>
  );
};
export default Jobs;
