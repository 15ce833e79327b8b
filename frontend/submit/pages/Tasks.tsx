import { intake } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTaskColumns } from '@geoarchive/frontend-shared/tasks/columns.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Subscribe } from '../calendar/Subscribe.tsx';
import { useWhoseColumn } from '../organisation/whose.ts';

const Tasks = () => {
  const { t } = useTranslation();
  const shared = useTaskColumns();
  const whose = useWhoseColumn<Task>();
  const columns = useMemo(
    () => [
      ...shared.map((column) =>
        column.key === 'name'
          ? { ...column, show: (row: Task) => <Link to={`/tasks/${row.id}`}>{row.name}</Link> }
          : column,
      ),
      ...whose,
      {
        key: 'action',
        heading: t('tasks.action'),
        text: () => '',
        actions: true,
        sortable: false,
        width: 150,
        show: (row: Task) => (
          <>
            {row.depositId !== undefined ? (
              <Link to={`/deposits/${row.depositId}`}>{t('tasks.toDeposit')}</Link>
            ) : row.state === 'open' ? (
              <Link to={`/new?task=${row.id}`}>{t('tasks.start')}</Link>
            ) : null}{' '}
            <Link
              to={`/cases/new?about=task&id=${row.id}`}
              aria-label={t('cases.contestTask', { task: row.name })}
            >
              {t('cases.contest')}
            </Link>
          </>
        ),
      },
    ],
    [shared, whose, t],
  );
  const list = useList<Task, typeof intake.listTasks>(intake.listTasks, columns);
  return (
    <Page title={t('nav.tasks')} lead={t('tasks.lead')} actions={<Subscribe />}>
      <DataList
        {...list}
        label={t('nav.tasks')}
        rowKey={(row) => row.id}
        empty={{ title: t('tasks.empty'), hint: t('tasks.emptyHint') }}
      />
    </Page>
  );
};
export default Tasks;
