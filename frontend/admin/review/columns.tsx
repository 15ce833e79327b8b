import type { Review } from '@geoarchive/contract/archive.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { type ReviewState, reviewLifecycle } from '@geoarchive/domain/review.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useCallback, useMemo } from 'react';
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

/** How the clock of the check stands. */
export const termOf = ({ term }: Pick<Review, 'term'>): 'late' | 'running' | 'standing' | 'done' => {
  if (term === undefined) return 'done';
  if (!term.running) return 'standing';
  return term.left < 0 ? 'late' : 'running';
};

/** The same in words. */
export const useTermWords = () => {
  const { t } = useTranslation();
  return useCallback(
    (row: Pick<Review, 'term'>): string => {
      const { term } = row;
      if (term === undefined) return '';
      if (term.running && term.left === 0) return t('review.today');
      const key = { late: 'late', running: 'left', standing: 'stands', done: 'left' }[termOf(row)];
      return t(`review.${key}`, { days: Math.abs(term.left), unit: t(`review.unit.${term.kind}`) });
    },
    [t],
  );
};

const termTones: Readonly<Record<ReturnType<typeof termOf>, Tone>> = {
  late: 'bad',
  running: 'attention',
  standing: 'neutral',
  done: 'neutral',
};
/** Late first, then by the day; those standing still and those decided come last. */
const termOrder = (row: Review): string =>
  `${['late', 'running', 'standing', 'done'].indexOf(termOf(row))} ${row.checkBy}`;

/** The columns of a list of reviews. */
export const useReviewColumns = (): Column<Review>[] => {
  const { t } = useTranslation();
  const { say, time, day } = useLanguage();
  const term = useTermWords();
  return useMemo(() => {
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
        text: (row) => `${termOf(row) === 'standing' ? '' : day(row.checkBy)} ${term(row)}`.trim(),
        show: (row) => (
          <>
            {termOf(row) !== 'standing' && day(row.checkBy)}{' '}
            {termOf(row) !== 'done' && <StateTag tone={termTones[termOf(row)]}>{term(row)}</StateTag>}
          </>
        ),
        filter: (['late', 'running', 'standing', 'done'] as const).map((value) => ({
          value,
          label: t(`review.term.${value}`),
        })),
        filterBy: termOf,
        order: termOrder,
        width: 190,
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
  }, [t, say, time, day, term]);
};
