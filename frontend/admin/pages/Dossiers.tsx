import type { Dossier } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTranslation } from 'react-i18next';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { useDossierColumns } from '../dossier/columns.tsx';

/** The list of one archive, the caller's own or that which the ministry chose. */
const List = ({ node }: { node?: string }) => {
  const { t } = useTranslation();
  const list = useList<Dossier, typeof archive.listDossiers>(archive.listDossiers, useDossierColumns(), {
    query: node === undefined ? {} : { node },
  });
  return (
    <DataList
      {...list}
      label={t('nav.dossiers')}
      rowKey={(row) => row.id}
      empty={{ title: t('dossiers.empty'), hint: t('dossiers.emptyHint') }}
    />
  );
};

const Dossiers = () => {
  const { t } = useTranslation();
  const chosen = useArchive();
  return (
    <Page title={t('nav.dossiers')} lead={t('dossiers.lead')} actions={<ArchiveSelect />}>
      <List key={chosen.node} {...chosen} />
    </Page>
  );
};
export default Dossiers;
