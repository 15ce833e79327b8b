import type { StoredDocument } from '@geoarchive/contract/documents.ts';
import { documents } from '@geoarchive/contract/routes.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTranslation } from 'react-i18next';
import { useDocumentColumns } from '../documents/columns.tsx';

/** Every paper that this archive issued. */
const Documents = () => {
  const { t } = useTranslation();
  const list = useList<StoredDocument, typeof documents.listDocuments>(
    documents.listDocuments,
    useDocumentColumns(),
  );
  return (
    <Page title={t('nav.documents')} lead={t('documents.lead')}>
      <DataList
        {...list}
        label={t('nav.documents')}
        rowKey={(row) => row.number}
        empty={{ title: t('documents.empty'), hint: t('documents.emptyHint') }}
      />
    </Page>
  );
};
export default Documents;
