import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount, percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RateBar } from './RateBar.tsx';

type Rate = { should: number; submitted: number };
/** A line of the table: what it is called, its figures, and where they lead. */
export type RateRow = Rate & {
  key: string;
  name: ReactNode;
  lastYear?: Rate;
  /** What is still to come, or overdue: with the lists behind them. */
  more: readonly { key: string; count: number; to?: string | undefined }[];
};
type Props = {
  label: string;
  heading: string;
  rows: readonly RateRow[];
  more: readonly { key: string; title: string }[];
};

/** Points by which a rate is above or below the one of the year before. */
const Change = ({ row: { should, submitted, lastYear } }: { row: RateRow }) => {
  const { t } = useTranslation();
  if (lastYear === undefined || lastYear.should === 0) return <>—</>;
  const before = percent(lastYear.submitted, lastYear.should);
  const points = should === 0 ? undefined : percent(submitted, should) - before;
  return (
    <>
      {before}%
      {points !== undefined && points !== 0 && (
        <span className={points < 0 ? 'ga-fell' : 'ga-rose'}>
          {' '}
          {t(points < 0 ? 'cockpit.fell' : 'cockpit.rose', { points: Math.abs(points) })}
        </span>
      )}
    </>
  );
};

/** Rates line by line, beside the year before. */
export const RateRows = ({ label, heading, rows, more }: Props) => {
  const { t } = useTranslation();
  const count = (value: number, to?: string) =>
    to === undefined || value === 0 ? formatCount(value) : <Link to={to}>{formatCount(value)}</Link>;
  return (
    <Rows
      label={label}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', title: heading, show: ({ name }) => name },
        { key: 'should', title: t('cockpit.should'), show: (row) => count(row.should), width: 110 },
        { key: 'submitted', title: t('cockpit.submitted'), show: (row) => count(row.submitted), width: 110 },
        {
          key: 'rate',
          title: t('cockpit.rate'),
          show: (row) => <RateBar part={row.submitted} whole={row.should} />,
          width: 190,
        },
        ...(rows.some(({ lastYear }) => lastYear !== undefined)
          ? [
              {
                key: 'lastYear',
                title: t('cockpit.lastYear'),
                show: (row: RateRow) => <Change row={row} />,
                width: 170,
              },
            ]
          : []),
        ...more.map(({ key, title }) => ({
          key,
          title,
          show: (row: RateRow) => {
            const one = row.more.find((some) => some.key === key);
            return one === undefined ? '—' : count(one.count, one.to);
          },
          width: 120,
        })),
      ]}
    />
  );
};
