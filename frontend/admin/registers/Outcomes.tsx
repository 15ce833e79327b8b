import type { RegisterOutcome } from '@geoarchive/contract/supervision.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegisterWords } from './words.ts';

export type PreviewRow = RegisterOutcome & { row: RegisterRowInput };
const outcomes = ['new', 'changed', 'unchanged', 'refused'] as const;
const tones: Readonly<Record<RegisterOutcome['outcome'], Tone>> = {
  new: 'good',
  changed: 'attention',
  unchanged: 'neutral',
  refused: 'bad',
};
const shape = { filters: ['outcome'], sorts: ['outcome', 'number', 'name'] };
const nothing = () => undefined;

/** What an import of registers would do, row by row: to the entry, and to the due dates of its tasks. */
export const Outcomes = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { value, fieldName } = useRegisterWords();
  const [state, onChange] = useListState(shape);
  const columns = useMemo((): Column<PreviewRow>[] => {
    const changes = ({ outcome, changes: all }: PreviewRow) =>
      outcome === 'new'
        ? ''
        : all
            .map(
              ({ field, before, after }) =>
                `${fieldName(field)}: ${before === undefined ? '—' : value(field, before)} → ${value(field, after)}`,
            )
            .join(' · ');
    const duties = (row: PreviewRow) =>
      row.duties
        .map(({ subject, before, after }) => `${subject}: ${before ?? '—'} → ${after ?? '—'}`)
        .join(' · ');
    return [
      {
        key: 'outcome',
        heading: t('import.outcome'),
        text: (row) => t(`import.outcomes.${row.outcome}`),
        show: (row) => <StateTag tone={tones[row.outcome]}>{t(`import.outcomes.${row.outcome}`)}</StateTag>,
        filter: outcomes.map((one) => ({ value: one, label: t(`import.outcomes.${one}`) })),
        filterBy: (row) => row.outcome,
        width: 90,
      },
      { key: 'number', heading: t('registers.number'), text: (row) => row.number, width: 180 },
      { key: 'name', heading: t('registers.name'), text: ({ row }) => row.name, width: 180 },
      {
        key: 'remarks',
        heading: t('registers.remarks'),
        text: (row) => row.remarks.map(({ message }) => say(message)).join(' '),
        sortable: false,
        width: 220,
      },
      { key: 'duties', heading: t('registers.duties'), text: duties, sortable: false, width: 210 },
      { key: 'changes', heading: t('import.changes'), text: changes, sortable: false, width: 260 },
    ];
  }, [t, say, value, fieldName]);
  const source = { rows, error: null, complete: true, loadingMore: false, more: nothing, again: nothing };
  return (
    <DataList
      source={source}
      columns={columns}
      state={state}
      onChange={onChange}
      label={t('import.preview')}
      rowKey={({ row }) => `${row.kind} ${row.number} ${row.from}`}
      empty={{ title: t('import.nothing') }}
    />
  );
};
