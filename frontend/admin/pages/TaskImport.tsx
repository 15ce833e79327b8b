import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useJob } from '@geoarchive/frontend-shared/jobs/use-job.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { type TaskFile, taskFiles } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { mediaTypes } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileChooser } from '../tasks/FileChooser.tsx';
import { FileProblems } from '../tasks/FileProblems.tsx';
import { ImportJob } from '../tasks/ImportJob.tsx';
import { Outcomes } from '../tasks/Outcomes.tsx';
import { RowErrors } from '../tasks/RowErrors.tsx';
import { useImport } from '../tasks/use-import.ts';

const none: TaskFile = { rows: [], wrong: [], problems: [], notes: [] };

/** Imports tasks from a file: choose, see what is wrong or what would change, import, see what was done. */
const TaskImport = () => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { preview, start, reset, done } = useImport();
  const job = useJob(start.data?.id);
  const [chosen, setChosen] = useState<File>();
  const reading = useMutation({ mutationFn: (file: File) => taskFiles.read(file, file.name) });
  const { rows: tasks, wrong, problems, notes }: TaskFile = reading.data ?? none;
  const busy = reading.isPending || preview.isPending || start.isPending;
  const read = (file: File) => {
    setChosen(file);
    reset();
    reading.mutate(file, {
      onSuccess: (found) => {
        if (found.problems.length + found.wrong.length === 0) preview.mutate(found.rows);
      },
    });
  };
  const markedUp = async (file: File) =>
    saveChunks(
      t('import.markedUpName'),
      mediaTypes.xlsx,
      await taskFiles.markedUp(file, file.name, language),
    );
  const rows = preview.data;
  const count = (outcome: 'new' | 'changed' | 'unchanged') =>
    rows?.filter((row) => row.outcome === outcome).length ?? 0;
  const toDo = count('new') + count('changed');
  const error = start.error ?? preview.error ?? reading.error;
  const begin = () => start.mutate({ tasks, subject: chosen?.name ?? '' });
  return (
    <Page title={t('import.title')} lead={t('import.lead')} back={{ to: '/tasks', label: t('nav.tasks') }}>
      <Panel title={t('import.file')}>
        <FileChooser disabled={busy} onChosen={read} />
      </Panel>
      {busy && <Progress aria-label={t('import.title')} percent={percent(done, Math.max(tasks.length, 1))} />}
      {error !== null && (
        <ProblemAlert
          error={error}
          onRetry={
            reading.error === null
              ? () => (start.error === null ? preview.mutate(tasks) : begin())
              : undefined
          }
        />
      )}
      {job.data !== undefined && <ImportJob job={job.data} />}
      {job.error !== null && <ProblemAlert error={job.error} onRetry={() => void job.refetch()} />}
      <FileProblems problems={problems} type="error" />
      <FileProblems problems={notes} type="info" />
      {chosen !== undefined && wrong.length > 0 && (
        <RowErrors
          wrong={wrong}
          columnName={taskFiles.columnName}
          onMarkedUp={chosen.name.toLowerCase().endsWith('.json') ? undefined : () => void markedUp(chosen)}
        />
      )}
      {rows !== undefined && chosen !== undefined && (
        <Panel
          title={t('import.previewOf', { name: chosen.name })}
          extra={
            start.data === undefined && (
              <Button type="primary" disabled={toDo === 0} loading={start.isPending} onClick={begin}>
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
