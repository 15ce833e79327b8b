import type { GroupTask } from '@geoarchive/contract/intake.ts';
import { identity, intake } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTaskColumns } from '@geoarchive/frontend-shared/tasks/columns.tsx';
import { Select } from 'antd';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

/** The tasks of the subsidiaries, to look at: whoever owes them hands in. */
const Group = () => {
  const { t } = useTranslation();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const organisation = params.get('organisation') ?? '';
  const me = useRead(identity.me);
  const shared = useTaskColumns();
  const columns = useMemo(
    () => [
      {
        key: 'organisation',
        heading: t('tasks.organisation'),
        text: (row: GroupTask) => row.organisationName,
        width: 200,
      },
      ...shared.map((column) =>
        column.key === 'name'
          ? { ...column, show: (row: GroupTask) => <Link to={`/group/${row.id}`}>{row.name}</Link> }
          : column,
      ),
    ],
    [shared, t],
  );
  const list = useList<GroupTask, typeof intake.listGroupTasks>(intake.listGroupTasks, columns, {
    query: organisation === '' ? {} : { organisation },
  });
  const choose = (value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete('organisation');
        else next.set('organisation', value);
        return next;
      },
      { replace: true },
    );
  return (
    <Page title={t('nav.group')} lead={t('group.lead')}>
      <search className="ga-filters ga-no-print" aria-label={t('group.filter')}>
        <span className="ga-field">
          <label htmlFor={id}>{t('group.which')}</label>
          <Select
            id={id}
            value={organisation}
            style={{ width: 280 }}
            onChange={choose}
            options={[
              { value: '', label: t('group.all') },
              ...(me.data?.subsidiaries ?? []).map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        </span>
      </search>
      <DataList
        {...list}
        label={t('nav.group')}
        rowKey={(row) => row.id}
        empty={{ title: t('group.empty'), hint: t('group.emptyHint') }}
      />
    </Page>
  );
};
export default Group;
