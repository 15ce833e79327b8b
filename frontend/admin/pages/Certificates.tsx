import type { Review } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTranslation } from 'react-i18next';
import { useReviewColumns } from '../review/columns.tsx';

const toCertify = { query: { state: 'accepted' } } as const;

/** Accepted and waiting for the authority's certificate: the second act, by another person. */
const Certificates = () => {
  const { t } = useTranslation();
  const list = useList<Review, typeof archive.listReviews>(
    archive.listReviews,
    useReviewColumns(),
    toCertify,
  );
  return (
    <Page title={t('nav.certificates')} lead={t('certificates.lead')}>
      <DataList
        {...list}
        label={t('nav.certificates')}
        rowKey={(row) => row.id}
        empty={{ title: t('certificates.empty'), hint: t('certificates.emptyHint') }}
      />
    </Page>
  );
};
export default Certificates;
