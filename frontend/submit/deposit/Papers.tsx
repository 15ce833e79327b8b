import { documents } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { DocumentRows } from '@geoarchive/frontend-shared/documents/DocumentRows.tsx';
import { PrintButton } from '@geoarchive/frontend-shared/documents/PrintButton.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The papers of a deposit: receipts, notices, the certificate; to be printed. `state` says when to look again. */
export const Papers = ({ id, state }: { id: string; state: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const settled = state === 'certified' || state === 'returned';
  const query = useRead(
    documents.listOwnDocuments,
    { params: { id } },
    { refreshMs: settled ? 30_000 : 10_000 },
  );
  return (
    <Panel title={t('documents.title')}>
      <QueryView query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('documents.none')} hint={t('documents.noneHint')} />
          ) : (
            <DocumentRows
              documents={items}
              actions={({ number }) => (
                <Flex gap={12} align="center">
                  <Link
                    to={`/cases/new?about=document&id=${number}`}
                    aria-label={t('cases.contestPaper', { number })}
                  >
                    {t('cases.contest')}
                  </Link>
                  <PrintButton
                    number={number}
                    print={(body) => api.call(documents.printOwnDocument, { params: { number }, body })}
                  />
                </Flex>
              )}
            />
          )
        }
      </QueryView>
    </Panel>
  );
};
