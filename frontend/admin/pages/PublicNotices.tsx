import type { StaffNotice } from '@geoarchive/contract/disclosure.ts';
import { disclosure } from '@geoarchive/contract/routes.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { useNoticeColumns } from '../disclosure/columns.tsx';
import { disclosers } from '../roles.ts';

const refreshMs = 30_000;

/** The public notices of the archive, the newest first. */
const PublicNotices = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const archive = useArchive();
  const list = useList<StaffNotice, typeof disclosure.listStaffNotices>(
    disclosure.listStaffNotices,
    useNoticeColumns(),
    { query: archive },
    null,
    { refreshMs },
  );
  const may = reaches(disclosers, usePerson()?.roles ?? []);
  return (
    <Page
      title={t('nav.publicNotices')}
      lead={t('disclosure.staffLead')}
      actions={
        <Flex gap={8} wrap>
          <ArchiveSelect />
          {may && (
            <Button
              type="primary"
              onClick={() =>
                navigate({ pathname: '/public-notices/new', search: `${new URLSearchParams(archive)}` })
              }
            >
              {t('disclosure.propose')}
            </Button>
          )}
        </Flex>
      }
    >
      <DataList
        {...list}
        label={t('nav.publicNotices')}
        rowKey={({ id }) => id}
        empty={{ title: t('disclosure.staffEmpty'), hint: t('disclosure.staffEmptyHint') }}
      />
    </Page>
  );
};
export default PublicNotices;
