import type { Job as JobView } from '@geoarchive/contract/jobs.ts';
import { jobKinds } from '@geoarchive/domain/jobs.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useJob } from '@geoarchive/frontend-shared/jobs/use-job.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { HoleExportJob } from '../holes/HoleExportJob.tsx';
import { ImportJob } from '../imports/ImportJob.tsx';
import { TrialJob } from '../rules/TrialJob.tsx';

const partOf = (job: JobView) => {
  if (job.kind === 'rule-trial' || job.kind === 'release-trial') return <TrialJob job={job} />;
  return job.kind === 'hole-export' ? <HoleExportJob job={job} /> : <ImportJob job={job} />;
};

/** One job: how far it is, and when and by whom it was started. */
const Job = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const { id } = useParams();
  const query = useJob(id);
  return (
    <Page
      title={query.data === undefined ? t('jobs.kind') : say(jobKinds[query.data.kind].name)}
      back={{ to: '/jobs', label: t('nav.jobs') }}
    >
      <QueryView query={query}>
        {(job) => (
          <>
            {partOf(job)}
            <Panel title={t('jobs.kind')}>
              <Facts
                items={[
                  { label: t('jobs.number'), value: job.id },
                  { label: t('jobs.owner'), value: job.ownerName },
                  { label: t('jobs.createdAt'), value: time(job.createdAt) },
                  { label: t('jobs.movedAt'), value: time(job.endedAt ?? job.movedAt) },
                ]}
              />
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Job;
