import { documents } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { DocumentRows } from '@geoarchive/frontend-shared/documents/DocumentRows.tsx';
import { PrintButton } from '@geoarchive/frontend-shared/documents/PrintButton.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';

const lookAgainMs = 20_000;

/** The papers about a task, such as the receipt of a pledge; to be printed. */
export const TaskPapers = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const query = useRead(documents.listTaskDocuments, { params: { id } }, { refreshMs: lookAgainMs });
  return (
    <Panel title={t('taskPage.papers')}>
      <QueryView query={query} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="ga-soft">{t('taskPage.noPapers')}</p>
          ) : (
            <DocumentRows
              documents={items}
              actions={({ number }) => (
                <PrintButton
                  number={number}
                  print={(body) => api.call(documents.printOwnDocument, { params: { number }, body })}
                />
              )}
            />
          )
        }
      </QueryView>
    </Panel>
  );
};
