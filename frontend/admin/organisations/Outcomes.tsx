import type { OrganisationOutcome, OrganisationRowInput } from '@geoarchive/contract/organisations.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationWords } from './words.ts';

export type PreviewRow = OrganisationOutcome & { row: OrganisationRowInput };
const outcomes = ['new', 'changed', 'unchanged', 'refused'] as const;
const tones: Readonly<Record<OrganisationOutcome['outcome'], Tone>> = {
  new: 'good',
  changed: 'attention',
  unchanged: 'neutral',
  refused: 'bad',
};
const shape = { filters: ['outcome'], sorts: ['outcome', 'code', 'name'] };
const nothing = () => undefined;

/** What an import of organisations would do, row by row. */
export const Outcomes = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { value, fieldName } = useOrganisationWords();
  const [state, onChange] = useListState(shape);
  const columns = useMemo((): Column<PreviewRow>[] => {
    const changes = ({ outcome, changes: all }: PreviewRow) =>
      outcome === 'new'
        ? ''
        : all
            .map(
              ({ field, before, after }) =>
                `${fieldName(field)}: ${value(field, before ?? '')} → ${value(field, after)}`,
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
      { key: 'code', heading: t('organisations.code'), text: (row) => row.code, width: 190 },
      { key: 'name', heading: t('organisations.name'), text: ({ row }) => row.name, width: 220 },
      {
        key: 'remarks',
        heading: t('registers.remarks'),
        text: (row) => row.remarks.map(({ message }) => say(message)).join(' '),
        sortable: false,
        width: 280,
      },
      { key: 'changes', heading: t('import.changes'), text: changes, sortable: false, width: 320 },
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
      rowKey={({ code }) => code}
      empty={{ title: t('import.nothing') }}
    />
  );
};
