import type { Job } from '@geoarchive/contract/jobs.ts';
import { isUnderWay, jobKinds } from '@geoarchive/domain/jobs.ts';
import { Alert, Flex, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, percent } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Panel } from '../layout/Panel.tsx';
import { JobMoves } from './JobMoves.tsx';
import { JobState } from './JobState.tsx';

const status = ({ state }: Job) =>
  state === 'failed' ? 'exception' : state === 'done' ? 'success' : isUnderWay(state) ? 'active' : 'normal';

/** How fast it goes and how long the rest takes, once there is something to tell. */
const usePace = ({ perSecond, secondsLeft }: Job): string => {
  const { t } = useTranslation();
  const left =
    secondsLeft === undefined
      ? ''
      : secondsLeft < 90
        ? t('jobs.secondsLeft', { seconds: secondsLeft })
        : t('jobs.minutesLeft', { minutes: Math.ceil(secondsLeft / 60) });
  return [
    perSecond === undefined ? '' : t('jobs.perSecond', { rate: formatCount(Math.round(perSecond)) }),
    left,
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

/** A job: how far it is, what came of it, what can be done about it. `children` are its kind's own ways on. */
export const JobPanel = ({ job, children }: { job: Job; children?: ReactNode }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const pace = usePace(job);
  const { name, counts } = jobKinds[job.kind];
  const told = Object.entries(counts).map(
    ([key, label]) => `${say(label)} ${formatCount(job.counts[key] ?? 0)}`,
  );
  const share = job.state === 'done' ? 100 : percent(job.done, job.total);
  return (
    <Panel title={`${say(name)} · ${job.subject}`} extra={<JobState of={job.state} />}>
      <Flex vertical gap={10}>
        <Progress percent={share} status={status(job)} aria-label={t('jobs.progress')} />
        <span role="status" className="ga-numeric">
          {t('jobs.numbers', { done: formatCount(job.done), total: formatCount(job.total) })}{' '}
          {told.join(' · ')}
        </span>
        {pace !== '' && <span className="ga-soft ga-numeric">{pace}</span>}
        {job.failure !== undefined && (
          <Alert
            type="error"
            showIcon
            title={say(job.failure.reason)}
            description={job.failure.at !== undefined && t('jobs.failedAt', { at: job.failure.at })}
          />
        )}
        {job.notes.length > 0 && (
          <Alert type="warning" showIcon title={t('jobs.notes')} description={job.notes.join('、')} />
        )}
        <Flex gap={8} wrap>
          <JobMoves job={job} />
          {children}
        </Flex>
      </Flex>
    </Panel>
  );
};
