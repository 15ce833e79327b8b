import { archive } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useTaskColumns } from '@geoarchive/frontend-shared/tasks/columns.tsx';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { organisationPath } from '../organisations/words.ts';
import { chaseReaders, importers, organisationReaders } from '../roles.ts';
import { TaskExport } from '../tasks/TaskExport.tsx';
import { useAsked } from '../tasks/use-asked.ts';

const Tasks = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const shared = useTaskColumns();
  const person = usePerson()?.roles ?? [];
  const chased = reaches(chaseReaders, person);
  const registered = reaches(organisationReaders, person);
  const today = dayOf(new Date());
  const columns = useMemo(
    () => [
      ...shared.map((column) =>
        column.key === 'name'
          ? { ...column, show: (row: Task) => <Link to={`/tasks/${row.id}`}>{row.name}</Link> }
          : column,
      ),
      {
        key: 'organisation',
        heading: t('tasks.organisation'),
        text: (row: Task) => row.organisation,
        show: (row: Task) => (
          <>
            {registered ? (
              <Link to={organisationPath(row.organisation)}>{row.organisation}</Link>
            ) : (
              row.organisation
            )}
            {/* The chases of who owes it: a chase is of a party, not of a task. */}
            {chased && row.state === 'open' && row.due < today && (
              <>
                {' '}
                <Link
                  to={`/chases?q=${encodeURIComponent(row.organisation)}`}
                  aria-label={t('chases.ofParty', { party: row.organisation })}
                >
                  {t('nav.chases')}
                </Link>
              </>
            )}
          </>
        ),
        width: 150,
      },
      { key: 'node', heading: t('publication.node'), text: (row: Task) => row.node, width: 100 },
    ],
    [shared, t, chased, registered, today],
  );
  const { asked, words } = useAsked();
  const list = useList<Task, typeof archive.listAllTasks>(archive.listAllTasks, columns, asked);
  const imports = reaches(importers, person);
  return (
    <Page
      title={t('nav.tasks')}
      lead={t('tasks.lead')}
      actions={
        <>
          {imports && <Button onClick={() => navigate('/tasks/import')}>{t('import.action')}</Button>}
          <TaskExport asked={asked} />
        </>
      }
    >
      {words !== undefined && (
        <p className="ga-soft">
          {words} <Link to="/tasks">{t('cockpit.listAll')}</Link>
        </p>
      )}
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
