import type { Dossier } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTranslation } from 'react-i18next';
import { useDossierColumns } from '../dossier/columns.tsx';

const Dossiers = () => {
  const { t } = useTranslation();
  const list = useList<Dossier, typeof archive.listDossiers>(archive.listDossiers, useDossierColumns());
  return (
    <Page title={t('nav.dossiers')} lead={t('dossiers.lead')}>
      <DataList
        {...list}
        label={t('nav.dossiers')}
        rowKey={(row) => row.id}
        empty={{ title: t('dossiers.empty'), hint: t('dossiers.emptyHint') }}
      />
    </Page>
  );
};
export default Dossiers;
