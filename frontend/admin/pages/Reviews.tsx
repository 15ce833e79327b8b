import type { Review } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTranslation } from 'react-i18next';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { useReviewColumns } from '../review/columns.tsx';

/** The list of one archive, the caller's own or that which the ministry chose. */
const List = ({ node }: { node?: string }) => {
  const { t } = useTranslation();
  const list = useList<Review, typeof archive.listReviews>(archive.listReviews, useReviewColumns(), {
    query: node === undefined ? {} : { node },
  });
  return (
    <DataList
      {...list}
      label={t('nav.reviews')}
      rowKey={(row) => row.id}
      empty={{ title: t('reviews.empty'), hint: t('reviews.emptyHint') }}
    />
  );
};

const Reviews = () => {
  const { t } = useTranslation();
  const chosen = useArchive();
  return (
    <Page title={t('nav.reviews')} lead={t('reviews.lead')} actions={<ArchiveSelect />}>
      <List key={chosen.node} {...chosen} />
    </Page>
  );
};
export default Reviews;
