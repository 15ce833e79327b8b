import type { AuditEntry } from '@geoarchive/contract/audit.ts';
import { audit } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuditColumns } from '../audit/columns.tsx';
import { type Asked, Filters } from '../audit/Filters.tsx';
import { rowKey } from '../audit/row-key.ts';
import { Trail } from '../audit/Trail.tsx';

const shape = { filters: [], sorts: ['at', 'person', 'action', 'about'] };
const usualDays = 7;

const firstAsked = (): Asked => {
  const today = dayOf(new Date());
  return {
    plane: 'archive',
    of: 'node',
    from: addDays(today, 1 - usualDays),
    to: today,
    person: '',
    action: '',
  };
};

/** What was done, by whom and when; every page of it, so that what is exported is all of it. */
const Audit = () => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(firstAsked);
  const [thing, setThing] = useState<string>();
  const columns = useAuditColumns(setThing);
  const [state, onChange] = useListState(shape);
  const { plane, of, from, to, person, action } = asked;
  const query = {
    of,
    from,
    to,
    limit: 200,
    ...(person !== '' && { person }),
    ...(action !== '' && { action }),
  };
  const pages = usePages<AuditEntry, typeof audit.listAudit>(audit.listAudit, { params: { plane }, query });
  const source = useRows<AuditEntry>(pages, true);
  return (
    <Page title={t('nav.audit')} lead={t('audit.lead')}>
      <Filters asked={asked} onChange={(change) => setAsked((before) => ({ ...before, ...change }))} />
      <DataList
        source={source}
        columns={columns}
        state={state}
        onChange={onChange}
        label={t('audit.exportName', { from, to })}
        rowKey={rowKey}
        empty={{ title: t('audit.empty'), hint: t('audit.emptyHint') }}
      />
      {thing !== undefined && <Trail plane={plane} about={thing} onClose={() => setThing(undefined)} />}
    </Page>
  );
};
export default Audit;
