import { copies } from '@geoarchive/contract/routes.ts';
import { pagesText } from '@geoarchive/domain/service/copy.ts';
import { yuanOf } from '@geoarchive/domain/service/prices.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { CopyState } from './CopyState.tsx';

/** Looked at again while the reader sits there: a decision comes from another desk. */
const lookAgainMs = 30_000;

/** What became of the copies that were asked for under a grant: state, reasons, cost. */
export const CopiesOfGrant = ({ grant }: { grant: string }) => {
  const { t } = useTranslation();
  const query = useRead(copies.listCopies, { query: { grant, limit: 50 } }, { refreshMs: lookAgainMs });
  return (
    <Panel title={t('copy.title')}>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="ga-soft">{t('copy.noneOfGrant')}</p>
          ) : (
            <ul className="ga-plain-list">
              {items.map((one) => (
                <li key={one.id}>
                  {one.number} <CopyState of={one.state} /> <code>{one.path}</code>{' '}
                  {t('copy.pagesOf', { pages: pagesText(one.pages), copies: one.copies })}{' '}
                  <span className="ga-soft">
                    {[
                      one.decided?.reasons,
                      one.cost === undefined ? undefined : t('copy.costs', { total: yuanOf(one.cost.total) }),
                    ]
                      .filter((part) => part !== undefined)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
};
