import type { HoldingOutcome, HoldingRow } from '@geoarchive/contract/custody-holdings.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GoneRows } from './GoneRows.tsx';
import type { ListOf } from './holding-file.ts';
import { useHoldingWords } from './use-holding-words.ts';

export type PreviewRow = HoldingOutcome & { said: HoldingRow };
const standings = ['added', 'changed', 'same'] as const;
const tones: Readonly<Record<HoldingOutcome['standing'], Tone>> = {
  added: 'good',
  changed: 'attention',
  same: 'neutral',
};
const shape = { filters: ['standing', 'outcome'], sorts: ['standing', 'code', 'title'] };
const nothing = () => undefined;

/** What an import of a holding list would do, row by row, and how it differs from the list of the year before. */
export const HoldingOutcomes = ({ rows, of }: { rows: readonly PreviewRow[]; of: ListOf }) => {
  const { t } = useTranslation();
  const words = useHoldingWords();
  const [state, onChange] = useListState(shape);
  const columns = useMemo(
    (): Column<PreviewRow>[] => [
      {
        key: 'standing',
        heading: t('custody.againstBefore'),
        text: (row) => t(`custody.differ.${row.standing}`),
        show: (row) => <StateTag tone={tones[row.standing]}>{t(`custody.differ.${row.standing}`)}</StateTag>,
        filter: standings.map((one) => ({ value: one, label: t(`custody.differ.${one}`) })),
        filterBy: (row) => row.standing,
        width: 120,
      },
      {
        key: 'outcome',
        heading: t('import.outcome'),
        text: (row) => t(`import.outcomes.${row.outcome}`),
        filter: (['new', 'changed', 'unchanged'] as const).map((one) => ({
          value: one,
          label: t(`import.outcomes.${one}`),
        })),
        filterBy: (row) => row.outcome,
        width: 90,
      },
      { key: 'code', heading: words.field('code'), text: (row) => row.code, width: 140 },
      { key: 'title', heading: words.field('title'), text: ({ said }) => said.title, width: 240 },
      {
        key: 'findings',
        heading: t('custody.findings'),
        text: ({ findings, said }) => words.findings(findings, said),
        sortable: false,
        width: 240,
      },
      {
        key: 'changes',
        heading: t('import.changes'),
        text: ({ standing, changes }) =>
          standing === 'added'
            ? ''
            : changes
                .map(
                  ({ field, before, after }) =>
                    `${words.field(field)}: ${words.value(field, before ?? '')} → ${words.value(field, after)}`,
                )
                .join(' · '),
        sortable: false,
        width: 300,
      },
    ],
    [t, words],
  );
  const count = (wanted: HoldingOutcome['standing']) =>
    rows.filter(({ standing }) => standing === wanted).length;
  const unknown = rows.filter(({ findings }) => findings.length > 0).length;
  const source = { rows, error: null, complete: true, loadingMore: false, more: nothing, again: nothing };
  return (
    <>
      <p>
        {t('custody.previewCounts', {
          added: count('added'),
          changed: count('changed'),
          same: count('same'),
          unknown,
        })}
      </p>
      <GoneRows of={of} codes={rows.map(({ code }) => code)} />
      <DataList
        source={source}
        columns={columns}
        state={state}
        onChange={onChange}
        label={t('import.preview')}
        rowKey={({ code }) => code}
        empty={{ title: t('import.nothing') }}
      />
    </>
  );
};
