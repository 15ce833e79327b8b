import type { TaskOutcome } from '@geoarchive/contract/archive.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { type TaskInput, taskFiles } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportPreview } from '../imports/ImportPreview.tsx';

export type PreviewRow = TaskOutcome & { task: TaskInput };
const outcomes = ['new', 'changed', 'unchanged'] as const;
const keyOf = ({ node, number }: PreviewRow) => `${node} ${number}`;

/** What an import would do, task by task. */
export const Outcomes = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const words = useMemo(
    () => ({
      fieldName: (field: string) => taskFiles.columnName(field, language),
      value: (_: string, text: string) => text,
    }),
    [language],
  );
  const columns = useMemo(
    (): Column<PreviewRow>[] => [
      { key: 'number', heading: t('tasks.number'), text: (row) => row.number, width: 130 },
      { key: 'name', heading: t('tasks.name'), text: (row) => row.task.name, width: 200 },
      {
        key: 'organisation',
        heading: t('tasks.organisation'),
        text: (row) => row.task.organisation,
        sortable: false,
        width: 130,
      },
      { key: 'node', heading: t('publication.node'), text: (row) => row.node, sortable: false, width: 110 },
      { key: 'due', heading: t('tasks.due'), text: (row) => row.task.due, width: 110 },
    ],
    [t],
  );
  return <ImportPreview rows={rows} rowKey={keyOf} outcomes={outcomes} columns={columns} words={words} />;
};
