import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const tones = {
  new: 'good',
  changed: 'attention',
  unchanged: 'neutral',
  refused: 'bad',
} as const satisfies Record<string, Tone>;
export type Outcome = keyof typeof tones;

type Change = { field: string; before?: string | undefined; after?: string | undefined };
type Previewed = { outcome: Outcome; changes: readonly Change[] };
type Props<Row> = {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The outcomes there can be, to narrow by. */
  outcomes: readonly Outcome[];
  /** What stands between the outcome and the changes. Sorted by are those that do not forbid it. */
  columns: readonly Column<Row>[];
  /** A field's name, and what it says, in words; nothing is said by a dash. */
  words: { fieldName: (field: string) => string; value: (field: string, text: string) => string };
};
const nothing = () => undefined;

/** What an import would do, row by row, before it is begun. */
export const ImportPreview = <Row extends Previewed>(props: Props<Row>) => {
  const { rows, rowKey, outcomes, columns } = props;
  const { fieldName, value } = props.words;
  const { t } = useTranslation();
  const shape = useMemo(() => {
    const sorts = columns.filter(({ sortable }) => sortable !== false).map(({ key }) => key);
    return { filters: ['outcome'], sorts: ['outcome', ...sorts] };
  }, [columns]);
  const [state, onChange] = useListState(shape);
  const all = useMemo((): Column<Row>[] => {
    const said = (field: string, text: string | undefined) => (text === undefined ? '—' : value(field, text));
    const changes = (row: Row) =>
      row.changes
        .map(
          ({ field, before, after }) => `${fieldName(field)}: ${said(field, before)} → ${said(field, after)}`,
        )
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
      ...columns,
      {
        key: 'changes',
        heading: t('import.changes'),
        // Of what is new everything is a change.
        text: (row) => (row.outcome === 'new' ? '' : changes(row)),
        sortable: false,
        width: 280,
      },
    ];
  }, [t, columns, outcomes, fieldName, value]);
  const source = { rows, error: null, complete: true, loadingMore: false, more: nothing, again: nothing };
  return (
    <DataList
      source={source}
      columns={all}
      state={state}
      onChange={onChange}
      label={t('import.preview')}
      rowKey={rowKey}
      empty={{ title: t('import.nothing') }}
    />
  );
};
