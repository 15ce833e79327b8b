import type { Review } from '@geoarchive/contract/archive.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { type ReviewState, reviewLifecycle } from '@geoarchive/domain/review.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { daysLeft } from '@geoarchive/frontend-shared/tasks/due.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const states = statesOf(reviewLifecycle);
export const reviewTones: Readonly<Record<ReviewState, Tone>> = {
  received: 'attention',
  returned: 'bad',
  accepting: 'active',
  stalled: 'bad',
  accepted: 'good',
  certified: 'good',
};

/** Whether the ten days of acceptance are over for a review still waiting. */
export const termOf = (row: Pick<Review, 'state' | 'checkBy'>, now: Date): 'late' | 'running' | 'done' => {
  if (row.state !== 'received') return 'done';
  return daysLeft(row.checkBy, now) < 0 ? 'late' : 'running';
};

/** The columns of a list of reviews. */
export const useReviewColumns = (): Column<Review>[] => {
  const { t } = useTranslation();
  const { say, time, day } = useLanguage();
  return useMemo(() => {
    const now = new Date();
    const term = (row: Review) => {
      const left = daysLeft(row.checkBy, now);
      if (termOf(row, now) === 'done') return '';
      if (left === 0) return t('review.today');
      return t(left < 0 ? 'review.late' : 'review.left', { days: Math.abs(left) });
    };
    return [
      {
        key: 'title',
        heading: t('description.title'),
        text: (row) => row.title,
        show: (row) => <Link to={`/reviews/${row.id}`}>{row.title}</Link>,
        width: 240,
      },
      { key: 'submitter', heading: t('review.submitter'), text: (row) => row.submitter, width: 130 },
      {
        key: 'received',
        heading: t('review.receivedAt'),
        text: (row) => time(row.receivedAt),
        order: (row) => row.receivedAt,
        width: 115,
      },
      {
        key: 'term',
        heading: t('review.checkBy'),
        text: (row) => `${day(row.checkBy)} ${term(row)}`,
        show: (row) => (
          <>
            {day(row.checkBy)} {termOf(row, now) === 'late' && <StateTag tone="bad">{term(row)}</StateTag>}
          </>
        ),
        filter: (['late', 'running', 'done'] as const).map((value) => ({
          value,
          label: t(`review.term.${value}`),
        })),
        filterBy: (row) => termOf(row, now),
        order: (row) => row.checkBy,
        width: 155,
      },
      {
        key: 'files',
        heading: t('review.files'),
        text: (row) => formatCount(row.fileCount),
        order: (row) => row.fileCount,
        numeric: true,
        width: 80,
      },
      {
        key: 'bytes',
        heading: t('file.size'),
        text: (row) => formatBytes(row.bytes),
        order: (row) => row.bytes,
        numeric: true,
        width: 90,
      },
      {
        key: 'warnings',
        heading: t('review.warnings'),
        text: (row) => String(row.warnings),
        order: (row) => row.warnings,
        numeric: true,
        width: 80,
      },
      {
        key: 'state',
        heading: t('review.state'),
        text: (row) => say(reviewLifecycle.states[row.state]),
        show: (row) => (
          <StateTag tone={reviewTones[row.state]}>{say(reviewLifecycle.states[row.state])}</StateTag>
        ),
        filter: states.map((value) => ({ value, label: say(reviewLifecycle.states[value]) })),
        filterBy: (row) => row.state,
        width: 100,
      },
    ];
  }, [t, say, time, day]);
};
