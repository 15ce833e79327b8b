import type { Job } from '@geoarchive/contract/jobs.ts';
import { jobs } from '@geoarchive/contract/routes.ts';
import { jobLifecycle } from '@geoarchive/domain/jobs.ts';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/hooks.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';

const offered = ['pause', 'resume', 'retry', 'cancel'] as const;

/** What its owner can do about a job: hold it, go on, try again, call it off. */
export const JobMoves = ({ job }: { job: Job }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const write = useWrite(jobs.moveJob);
  const move = (name: (typeof offered)[number]) =>
    write.mutate({ params: { id: job.id }, body: { move: name } });
  return (
    <>
      {offered
        .filter((name) => job.moves.includes(name))
        .map((name) =>
          name === 'cancel' ? (
            <Popconfirm
              key={name}
              title={t('jobs.cancel')}
              description={t('jobs.cancelHint')}
              onConfirm={() => move(name)}
            >
              <Button danger disabled={write.isPending}>
                {say(jobLifecycle.moves[name].label)}
              </Button>
            </Popconfirm>
          ) : (
            <Button
              key={name}
              type={name === 'pause' ? 'default' : 'primary'}
              disabled={write.isPending}
              onClick={() => move(name)}
            >
              {say(jobLifecycle.moves[name].label)}
            </Button>
          ),
        )}
      {write.error !== null && <ProblemAlert error={write.error} />}
    </>
  );
};
