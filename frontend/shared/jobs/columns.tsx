import type { Job } from '@geoarchive/contract/jobs.ts';
import { jobKindCodes, jobKinds, jobLifecycle } from '@geoarchive/domain/jobs.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { Progress } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount, percent } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Column } from '../list/column.ts';
import { JobState } from './JobState.tsx';

/** The columns of a list of jobs; `whose` shows who started them. */
export const useJobColumns = (whose: boolean): Column<Job>[] => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'kind',
        heading: t('jobs.kind'),
        text: (row) => say(jobKinds[row.kind].name),
        show: (row) => <Link to={`/jobs/${row.id}`}>{say(jobKinds[row.kind].name)}</Link>,
        filter: jobKindCodes.map((value) => ({ value, label: say(jobKinds[value].name) })),
        filterBy: (row) => row.kind,
        width: 160,
      },
      { key: 'subject', heading: t('jobs.subject'), text: (row) => row.subject },
      ...(whose
        ? [{ key: 'owner', heading: t('jobs.owner'), text: (row: Job) => row.ownerName, width: 130 }]
        : []),
      {
        key: 'state',
        heading: t('jobs.state'),
        text: (row) => say(jobLifecycle.states[row.state]),
        show: (row) => <JobState of={row.state} />,
        filter: statesOf(jobLifecycle).map((value) => ({ value, label: say(jobLifecycle.states[value]) })),
        filterBy: (row) => row.state,
        width: 100,
      },
      {
        key: 'progress',
        heading: t('jobs.progress'),
        text: (row) => t('jobs.numbers', { done: formatCount(row.done), total: formatCount(row.total) }),
        order: (row) => percent(row.done, row.total),
        show: (row) => (
          <>
            <Progress
              percent={row.state === 'done' ? 100 : percent(row.done, row.total)}
              size="small"
              aria-label={t('jobs.progress')}
              status={row.state === 'failed' ? 'exception' : 'normal'}
            />
            <span className="ga-soft ga-numeric">
              {t('jobs.numbers', { done: formatCount(row.done), total: formatCount(row.total) })}
            </span>
          </>
        ),
        width: 190,
      },
      {
        key: 'createdAt',
        heading: t('jobs.createdAt'),
        text: (row) => time(row.createdAt),
        order: (row) => row.createdAt,
        width: 160,
      },
      {
        key: 'movedAt',
        heading: t('jobs.movedAt'),
        text: (row) => time(row.endedAt ?? row.movedAt),
        order: (row) => row.endedAt ?? row.movedAt,
        width: 160,
      },
    ],
    [t, say, time, whose],
  );
};
