import type { Chase } from '@geoarchive/contract/chases.ts';
import { chases } from '@geoarchive/contract/routes.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { ChaseExport } from '../chases/ChaseExport.tsx';
import { Counts } from '../chases/Counts.tsx';
import { useChaseColumns } from '../chases/columns.tsx';
import { chasers } from '../roles.ts';

const refreshMs = 30_000;

/** The chases of the archive, with how many stand in each state. */
const Chases = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const archive = useArchive();
  const list = useList<Chase, typeof chases.listChases>(
    chases.listChases,
    useChaseColumns(),
    { query: archive },
    null,
    { refreshMs },
  );
  const may = reaches(chasers, usePerson()?.roles ?? []);
  return (
    <Page
      title={t('nav.chases')}
      lead={t('chases.lead')}
      actions={
        <Flex gap={8} wrap>
          <ArchiveSelect />
          <ChaseExport of={archive} />
          {may && (
            <Button
              type="primary"
              onClick={() => navigate({ pathname: '/chases/new', search: `${new URLSearchParams(archive)}` })}
            >
              {t('chases.begin')}
            </Button>
          )}
        </Flex>
      }
    >
      <Counts of={archive} />
      <DataList
        {...list}
        label={t('nav.chases')}
        rowKey={({ id }) => id}
        empty={{ title: t('chases.empty'), hint: t('chases.emptyHint') }}
      />
    </Page>
  );
};
export default Chases;
