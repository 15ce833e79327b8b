import { documents } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { DocumentRows } from '@geoarchive/frontend-shared/documents/DocumentRows.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { DocumentActions } from './DocumentActions.tsx';

/** The papers that the archive issued about a deposit; nothing while there are none. */
export const PapersOf = ({ deposit }: { deposit: string }) => {
  const { t } = useTranslation();
  const query = useRead(documents.listDocuments, { query: { deposit } });
  if (query.data?.items.length === 0) return null;
  return (
    <Panel title={t('documents.title')}>
      <QueryView query={query} rows={2}>
        {({ items }) => <DocumentRows documents={items} actions={(of) => <DocumentActions of={of} />} />}
      </QueryView>
    </Panel>
  );
};
