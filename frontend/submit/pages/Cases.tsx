import type { OwnCase } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { useCaseColumns } from '@geoarchive/frontend-shared/cases/columns.tsx';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** The cases of the own organisation, newest first. */
const Cases = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useList<OwnCase, typeof cases.listOwnCases>(
    cases.listOwnCases,
    useCaseColumns<OwnCase>(),
    {},
    null,
    { refreshMs: 30_000 },
  );
  return (
    <Page
      title={t('nav.cases')}
      lead={t('cases.lead')}
      actions={<Button onClick={() => void navigate('/cases/new')}>{t('cases.openGeneral')}</Button>}
    >
      <DataList
        {...list}
        label={t('nav.cases')}
        rowKey={(row) => row.id}
        empty={{ title: t('cases.empty'), hint: t('cases.emptyHint') }}
      />
    </Page>
  );
};
export default Cases;
