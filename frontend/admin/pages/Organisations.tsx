import type { Registered } from '@geoarchive/contract/organisations.ts';
import { organisations } from '@geoarchive/contract/routes.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useOrganisationColumns } from '../organisations/columns.tsx';
import { type Asked, Filters } from '../organisations/Filters.tsx';
import { OrganisationExport } from '../organisations/OrganisationExport.tsx';
import { RecordDialog } from '../organisations/RecordDialog.tsx';
import { organisationPath } from '../organisations/words.ts';
import { organisationKeepers } from '../roles.ts';

const shape = { filters: [], sorts: [] };

/** What is asked for stands in the address. */
const useAsked = (): [Asked, (change: Partial<Asked>) => void] => {
  const [params, setParams] = useSearchParams();
  const province = params.get('province') ?? '';
  const asked = {
    name: params.get('name') ?? '',
    province: Object.hasOwn(provinces, province) ? province : '',
    parent: params.get('parent') ?? '',
  };
  const change = (part: Partial<Asked>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(part))
          if (value === '') next.delete(key);
          else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return [asked, change];
};

/** The register of organisations, by code; page by page. */
const Organisations = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keeps = reaches(organisationKeepers, usePerson()?.roles ?? []);
  const [adding, setAdding] = useState(false);
  const [asked, change] = useAsked();
  const { name, province, parent } = asked;
  const query = {
    ...(name !== '' && { q: name }),
    ...(province !== '' && { province }),
    ...(parent !== '' && { parent }),
  };
  const columns = useOrganisationColumns();
  const [state, onChange] = useListState(shape);
  const pages = usePages<Registered, typeof organisations.listOrganisations>(
    organisations.listOrganisations,
    {
      query,
    },
  );
  const source = useRows<Registered>(pages, false);
  const narrowed = Object.keys(query).length > 0;
  return (
    <Page
      title={t('nav.organisations')}
      lead={t('organisations.lead')}
      actions={
        <>
          {keeps && (
            <>
              <Button type="primary" onClick={() => void navigate('/organisations/import')}>
                {t('organisations.import')}
              </Button>
              <Button onClick={() => setAdding(true)}>{t('organisations.add')}</Button>
            </>
          )}
          <OrganisationExport query={query} />
        </>
      }
    >
      <Filters asked={asked} onChange={change} />
      <DataList
        source={source}
        columns={columns}
        state={state}
        onChange={onChange}
        label={t('nav.organisations')}
        rowKey={({ code }) => code}
        empty={
          narrowed
            ? { title: t('list.nothingMatches'), hint: t('organisations.nothingHint') }
            : { title: t('organisations.empty'), hint: t('organisations.emptyHint') }
        }
      />
      {adding && (
        <RecordDialog
          onDone={(code) => void navigate(organisationPath(code))}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  );
};
export default Organisations;
