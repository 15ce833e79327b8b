import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { sortRows, type TaskRow } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FileChooser } from '../tasks/FileChooser.tsx';
import { Outcomes } from '../tasks/Outcomes.tsx';
import { RowErrors } from '../tasks/RowErrors.tsx';
import { useImport } from '../tasks/use-import.ts';

/** Imports tasks from a file: choose, see what is wrong or what would change, import, see what was done. */
const TaskImport = () => {
  const { t } = useTranslation();
  const { preview, run, done } = useImport();
  const [file, setFile] = useState<{ name: string; rows: TaskRow[] }>();
  const { tasks, wrong } = sortRows(file?.rows ?? []);
  const busy = preview.isPending || run.isPending;
  const read = (name: string, rows: TaskRow[]) => {
    setFile({ name, rows });
    preview.reset();
    run.reset();
    const sorted = sortRows(rows);
    if (sorted.wrong.length === 0) preview.mutate(sorted.tasks);
  };
  const rows = preview.data;
  const count = (outcome: 'new' | 'changed' | 'unchanged') =>
    rows?.filter((row) => row.outcome === outcome).length ?? 0;
  const toDo = count('new') + count('changed');
  const error = run.error ?? preview.error;
  return (
    <Page title={t('import.title')} lead={t('import.lead')} back={{ to: '/tasks', label: t('nav.tasks') }}>
      <Panel title={t('import.file')}>
        <FileChooser disabled={busy} onRead={read} />
      </Panel>
      {busy && <Progress aria-label={t('import.title')} percent={percent(done, Math.max(tasks.length, 1))} />}
      {error !== null && (
        <ProblemAlert error={error} onRetry={() => (run.error === null ? preview : run).mutate(tasks)} />
      )}
      {run.data !== undefined && (
        <Alert
          type="success"
          showIcon
          className="ga-notice"
          title={t('import.done', run.data)}
          description={<Link to="/tasks">{t('import.toTasks')}</Link>}
        />
      )}
      {file !== undefined && wrong.length > 0 && <RowErrors wrong={wrong} />}
      {rows !== undefined && file !== undefined && (
        <Panel
          title={t('import.previewOf', { name: file.name })}
          extra={
            run.data === undefined && (
              <Button
                type="primary"
                disabled={toDo === 0}
                loading={run.isPending}
                onClick={() => run.mutate(tasks)}
              >
                {t('import.go', { count: toDo })}
              </Button>
            )
          }
        >
          <p>
            {t('import.counts', {
              created: count('new'),
              updated: count('changed'),
              unchanged: count('unchanged'),
            })}
          </p>
          <Outcomes rows={rows} />
        </Panel>
      )}
    </Page>
  );
};
export default TaskImport;
