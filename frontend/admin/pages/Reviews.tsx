import type { Review } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTranslation } from 'react-i18next';
import { useReviewColumns } from '../review/columns.tsx';

const Reviews = () => {
  const { t } = useTranslation();
  const list = useList<Review, typeof archive.listReviews>(archive.listReviews, useReviewColumns());
  return (
    <Page title={t('nav.reviews')} lead={t('reviews.lead')}>
      <DataList
        {...list}
        label={t('nav.reviews')}
        rowKey={(row) => row.id}
        empty={{ title: t('reviews.empty'), hint: t('reviews.emptyHint') }}
      />
    </Page>
  );
};
export default Reviews;
