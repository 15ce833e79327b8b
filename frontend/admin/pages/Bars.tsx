import type { StoredBar } from '@geoarchive/contract/bars.ts';
import { bars } from '@geoarchive/contract/routes.ts';
import { type BarState, barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useBarColumns } from '../bars/columns.tsx';
import { BarExport } from '../bars/exports.tsx';
import { barTellers } from '../roles.ts';

const shape = { filters: [], sorts: [] };
const states: readonly BarState[] = ['in-force', 'ended', 'lifted'];

/** Who is barred from what since when. */
const Bars = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [params, setParams] = useSearchParams();
  const state = states.find((one) => one === params.get('state')) ?? 'in-force';
  const tells = reaches(barTellers, usePerson()?.roles ?? []);
  const columns = useBarColumns();
  const [list, onChange] = useListState(shape);
  const pages = usePages<StoredBar, typeof bars.listBars>(bars.listBars, { query: { state } });
  const source = useRows<StoredBar>(pages, false);
  return (
    <Page
      title={t('nav.bars')}
      lead={t('bars.lead')}
      actions={
        <>
          {tells && <Link to="/bars/recipients">{t('bars.recipients.title')}</Link>}
          <BarExport state={state} />
        </>
      }
    >
      <Segmented<BarState>
        aria-label={t('bars.state')}
        className="ga-notice"
        value={state}
        onChange={(value) => setParams({ state: value }, { replace: true })}
        options={states.map((value) => ({ value, label: say(barLifecycle.states[value]) }))}
      />
      <DataList
        source={source}
        columns={columns}
        state={list}
        onChange={onChange}
        label={t('nav.bars')}
        rowKey={(row) => row.id}
        empty={{ title: t('bars.empty'), hint: t('bars.emptyHint') }}
      />
    </Page>
  );
};
export default Bars;
