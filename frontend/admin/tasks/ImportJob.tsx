import type { Job } from '@geoarchive/contract/jobs.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { JobPanel } from '@geoarchive/frontend-shared/jobs/JobPanel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const didSomething = ({ counts }: Job) => (counts['created'] ?? 0) + (counts['updated'] ?? 0) > 0;

/** The job of an import, and of taking one back: the way to its tasks, and to undo it when it ended. */
export const ImportJob = ({ job }: { job: Job }) => {
  const { t } = useTranslation();
  const go = useNavigate();
  const undo = useWrite(archive.undoTaskImport);
  const cache = useQueryClient();
  // What the import did shows in the lists of tasks.
  useEffect(() => {
    if (!isUnderWay(job.state)) void cache.invalidateQueries({ queryKey: [archive.listAllTasks.module] });
  }, [job.state, cache]);
  const ended = !isUnderWay(job.state) && job.state !== 'paused';
  return (
    <>
      <JobPanel job={job}>
        {ended && <Button onClick={() => void go('/tasks')}>{t('import.toTasks')}</Button>}
        {ended && job.kind === 'task-import' && didSomething(job) && (
          <Popconfirm
            title={t('import.undo')}
            description={t('import.undoHint')}
            onConfirm={() =>
              undo.mutate({ params: { id: job.id } }, { onSuccess: ({ id }) => void go(`/jobs/${id}`) })
            }
          >
            <Button loading={undo.isPending}>{t('import.undo')}</Button>
          </Popconfirm>
        )}
      </JobPanel>
      {undo.error !== null && <ProblemAlert error={undo.error} />}
    </>
  );
};
