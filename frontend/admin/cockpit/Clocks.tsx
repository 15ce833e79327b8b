import { archive } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { transferSoonDays } from '@geoarchive/domain/transfer/transfer.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { owedPath } from '../transfers/shows.ts';

/** Where the reviews and dossiers of an archive are listed that are past their day. */
const latePaths = {
  check: (node: string) => `/reviews?${new URLSearchParams({ node, state: 'received', term: 'late' })}`,
  release: (node: string) => `/dossiers?${new URLSearchParams({ node, term: 'late' })}`,
};

/** What archives themselves are late with: checks, publications and transfers. Read by itself, since it counts lists. */
export const Clocks = ({ node }: { node: string | undefined }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const query = useRead(archive.lateFigures, { query: node === undefined ? {} : { node } });
  return (
    <Panel title={t('cockpit.clocks')}>
      <QueryView query={query} rows={3}>
        {({ asOf, items }) => {
          const today = dayOf(new Date(asOf));
          return (
            <>
              <Rows
                label={t('cockpit.clocks')}
                rows={items}
                rowKey={(row) => row.node}
                columns={[
                  { key: 'node', title: t('cockpit.node'), show: ({ name }) => say(name) },
                  {
                    key: 'check',
                    title: t('cockpit.checkOverdue'),
                    show: (row) => (
                      <Link
                        to={latePaths.check(row.node)}
                        aria-label={t('cockpit.checkOverdueOf', {
                          count: row.checkOverdue,
                          node: say(row.name),
                        })}
                      >
                        {formatCount(row.checkOverdue)}
                      </Link>
                    ),
                    width: 150,
                  },
                  {
                    key: 'release',
                    title: t('cockpit.releaseOverdue'),
                    show: (row) => (
                      <Link
                        to={latePaths.release(row.node)}
                        aria-label={t('cockpit.releaseOverdueOf', {
                          count: row.releaseOverdue,
                          node: say(row.name),
                        })}
                      >
                        {formatCount(row.releaseOverdue)}
                      </Link>
                    ),
                    width: 150,
                  },
                  {
                    key: 'transfer-soon',
                    title: t('cockpit.transferSoon', { days: transferSoonDays }),
                    show: (row) => (
                      <Link
                        to={owedPath({ node: row.node, from: today, to: addDays(today, transferSoonDays) })}
                        aria-label={t('cockpit.transferSoonOf', {
                          count: row.transferSoon,
                          node: say(row.name),
                        })}
                      >
                        {formatCount(row.transferSoon)}
                      </Link>
                    ),
                    width: 170,
                  },
                  {
                    key: 'transfer-overdue',
                    title: t('cockpit.transferOverdue'),
                    show: (row) => (
                      <Link
                        to={owedPath({ node: row.node, to: addDays(today, -1) })}
                        aria-label={t('cockpit.transferOverdueOf', {
                          count: row.transferOverdue,
                          node: say(row.name),
                        })}
                      >
                        {formatCount(row.transferOverdue)}
                      </Link>
                    ),
                    width: 150,
                  },
                ]}
              />
              <p className="ga-soft">{t('cockpit.counted', { at: time(asOf) })}</p>
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
};
