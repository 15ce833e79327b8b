import { archive } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTaskColumns } from '@geoarchive/frontend-shared/tasks/columns.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const Tasks = () => {
  const { t } = useTranslation();
  const shared = useTaskColumns();
  const columns = useMemo(
    () => [
      ...shared,
      {
        key: 'organisation',
        heading: t('tasks.organisation'),
        text: (row: Task) => row.organisation,
        width: 120,
      },
      { key: 'node', heading: t('publication.node'), text: (row: Task) => row.node, width: 100 },
    ],
    [shared, t],
  );
  const list = useList<Task, typeof archive.listAllTasks>(archive.listAllTasks, columns);
  return (
    <Page title={t('nav.tasks')} lead={t('tasks.lead')}>
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
