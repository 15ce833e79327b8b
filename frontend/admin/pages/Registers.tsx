import { supervision } from '@geoarchive/contract/routes.ts';
import type { Register } from '@geoarchive/contract/supervision.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useRegisterColumns } from '../registers/columns.tsx';
import { type Asked, Filters } from '../registers/Filters.tsx';
import { RegisterExport } from '../registers/RegisterExport.tsx';
import { registerImporters } from '../roles.ts';

const shape = { filters: [], sorts: [] };

/** What is asked for stands in the address. */
const useAsked = (): [Asked, (change: Partial<Asked>) => void] => {
  const [params, setParams] = useSearchParams();
  const asked = {
    kind: taskSources.find((one) => one === params.get('kind')) ?? 'exploration-right',
    number: params.get('number') ?? '',
    holder: params.get('holder') ?? '',
    node: params.get('node') ?? '',
  };
  const change = (part: Partial<Asked>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part))
          if (value === '') next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [asked, change];
};

/** The registers of rights and projects, by number; page by page, for a province has many. */
const Registers = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const roles = usePerson()?.roles ?? [];
  const [{ kind, number, holder, node }, change] = useAsked();
  const query = {
    kind,
    ...(number !== '' && { number }),
    ...(holder !== '' && { holder }),
    ...(node !== '' && { node }),
  };
  const columns = useRegisterColumns(holder !== '');
  const [state, onChange] = useListState(shape);
  const pages = usePages<Register, typeof supervision.listRegisters>(supervision.listRegisters, { query });
  const source = useRows<Register>(pages, false);
  const imports = reaches(registerImporters, roles);
  const narrowed = number !== '' || holder !== '';
  const toImport = (
    <Button type="primary" onClick={() => void navigate('/registers/import')}>
      {t('registers.import')}
    </Button>
  );
  return (
    <Page
      title={t('nav.registers')}
      lead={t('registers.lead')}
      actions={
        <>
          {imports && toImport}
          <RegisterExport query={query} />
        </>
      }
    >
      <Filters
        asked={{ kind, number, holder, node }}
        onChange={change}
        nodes={roles.includes('MINISTRY_ADMIN')}
      />
      <DataList
        source={source}
        columns={columns}
        state={state}
        onChange={onChange}
        label={t('nav.registers')}
        rowKey={(row) => row.id}
        empty={
          narrowed
            ? { title: t('list.nothingMatches'), hint: t('registers.nothingHint') }
            : {
                title: t('registers.empty'),
                hint: t('registers.emptyHint'),
                ...(imports ? { action: toImport } : {}),
              }
        }
      />
    </Page>
  );
};
export default Registers;
