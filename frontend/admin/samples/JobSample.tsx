import { JobPanel } from '@geoarchive/frontend-shared/jobs/JobPanel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { sampleJobs } from './jobs.ts';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

/** Long work in each of its states. */
export const JobSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  return (
    <QueryView query={frozen(state, state === 'empty' ? [] : sampleJobs, error)}>
      {(jobs) =>
        jobs.length === 0 ? (
          <Empty title={t('jobs.empty')} hint={t('jobs.emptyHint')} />
        ) : (
          jobs.map((one) => <JobPanel key={one.id} job={one} />)
        )
      }
    </QueryView>
  );
};
