import { archive } from '@geoarchive/contract/routes.ts';
import { taskSheet } from '@geoarchive/domain/task-sheet.ts';
import { sendImport } from '@geoarchive/frontend-shared/tasks/send-import.ts';
import { type TaskInput, taskFiles } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { useTranslation } from 'react-i18next';
import { ImportPage } from '../imports/ImportPage.tsx';
import type { ImportCalls } from '../imports/use-import.ts';
import { Outcomes, type PreviewRow } from '../tasks/Outcomes.tsx';

const keyOf = ({ node, number }: { node: string; number: string }): string => `${node} ${number}`;

const calls: ImportCalls<TaskInput, PreviewRow> = {
  preview: async (client, tasks) => {
    const byKey = new Map(tasks.map((task) => [keyOf(task), task]));
    const { items } = await client.call(archive.previewTasks, { body: { tasks } });
    return items.flatMap((item) => {
      const task = byKey.get(keyOf(item));
      return task === undefined ? [] : [{ ...item, task }];
    });
  },
  send: (client, id, { rows, subject }, onSent) => sendImport(client, id, { tasks: rows, subject }, onSent),
};

/** Imports tasks from a file. */
const TaskImport = () => {
  const { t } = useTranslation();
  return (
    <ImportPage
      sheet={taskSheet}
      files={taskFiles}
      calls={calls}
      title={t('import.title')}
      lead={t('import.lead')}
      back={{ to: '/tasks', label: t('nav.tasks') }}
      counts={(of) => t('import.counts', { created: of.new, updated: of.changed, unchanged: of.unchanged })}
      outcomes={(rows) => <Outcomes rows={rows} />}
    />
  );
};
export default TaskImport;
