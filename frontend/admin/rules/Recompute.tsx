import { supervision } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useJob } from '@geoarchive/frontend-shared/jobs/use-job.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ImportJob } from '../imports/ImportJob.tsx';

/** After a version was published: brings all tasks in line with it now; the nightly run would do it too. */
export const Recompute = ({ version }: { version: number }) => {
  const { t } = useTranslation();
  const recompute = useWrite(supervision.recompute);
  const job = useJob(recompute.data?.id);
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        className="ga-notice"
        title={t('rules.published', { version })}
        description={t('rules.publishedHint')}
        action={
          recompute.data === undefined && (
            <Button type="primary" loading={recompute.isPending} onClick={() => recompute.mutate({})}>
              {t('rules.recompute')}
            </Button>
          )
        }
      />
      {recompute.error !== null && <ProblemAlert error={recompute.error} />}
      {job.error !== null && <ProblemAlert error={job.error} onRetry={() => void job.refetch()} />}
      {job.data !== undefined && <ImportJob job={job.data} />}
    </>
  );
};
