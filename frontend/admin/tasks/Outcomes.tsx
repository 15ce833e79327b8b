import type { TaskOutcome } from '@geoarchive/contract/archive.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { type TaskInput, taskFiles } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export type PreviewRow = TaskOutcome & { task: TaskInput };
const outcomes = ['new', 'changed', 'unchanged'] as const;
const tones: Readonly<Record<TaskOutcome['outcome'], Tone>> = {
  new: 'good',
  changed: 'attention',
  unchanged: 'neutral',
};
const shape = { filters: ['outcome'], sorts: ['number', 'name', 'due', 'outcome'] };
const nothing = () => undefined;

/** What an import would do, task by task. */
export const Outcomes = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [state, onChange] = useListState(shape);
  const columns = useMemo((): Column<PreviewRow>[] => {
    const changes = (row: PreviewRow) =>
      row.changes
        .map(
          ({ field, before, after }) =>
            `${taskFiles.columnName(field, language)}: ${before ?? '—'} → ${after ?? '—'}`,
        )
        .join(' · ');
    return [
      {
        key: 'outcome',
        heading: t('import.outcome'),
        text: (row) => t(`import.outcomes.${row.outcome}`),
        show: (row) => <StateTag tone={tones[row.outcome]}>{t(`import.outcomes.${row.outcome}`)}</StateTag>,
        filter: outcomes.map((value) => ({ value, label: t(`import.outcomes.${value}`) })),
        filterBy: (row) => row.outcome,
        width: 90,
      },
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
      { key: 'changes', heading: t('import.changes'), text: changes, sortable: false, width: 250 },
    ];
  }, [t, language]);
  const source = { rows, error: null, complete: true, loadingMore: false, more: nothing, again: nothing };
  return (
    <DataList
      source={source}
      columns={columns}
      state={state}
      onChange={onChange}
      label={t('import.preview')}
      rowKey={({ node, number }) => `${node} ${number}`}
      empty={{ title: t('import.nothing') }}
    />
  );
};
