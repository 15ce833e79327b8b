import { documents } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { DocumentRows } from '@geoarchive/frontend-shared/documents/DocumentRows.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Of = { deposit: string } | { concerns: string };

/** The papers about a task or about one of its deposits, each leading to its page. */
export const TaskPapers = (of: Of) => {
  const { t } = useTranslation();
  const query = useRead(documents.listDocuments, { query: { ...of, limit: 100 } });
  return (
    <QueryView query={query} rows={1}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="ga-soft">{t('taskPage.noPapers')}</p>
        ) : (
          <DocumentRows
            documents={items}
            actions={({ number }) => (
              <Link to={`/documents/${number}`} aria-label={t('taskPage.openPaper', { number })}>
                {t('taskPage.open')}
              </Link>
            )}
          />
        )
      }
    </QueryView>
  );
};
