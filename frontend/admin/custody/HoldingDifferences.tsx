import type { ComparedHolding } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { difference } from '@geoarchive/domain/sheets/differences.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOf } from './holding-file.ts';
import { useHoldingWords } from './use-holding-words.ts';

const standings = ['gone', 'added', 'changed'] as const;
const tones: Readonly<Record<ComparedHolding['standing'], Tone>> = {
  added: 'good',
  gone: 'bad',
  changed: 'attention',
};

/** What differs from the list of the year before. */
export const HoldingDifferences = ({ of: params }: { of: ListOf }) => {
  const { t } = useTranslation();
  const words = useHoldingWords();
  const columns = useMemo((): Column<ComparedHolding>[] => {
    const any = ({ row, before }: ComparedHolding) => row ?? before;
    const changes = ({ row, before }: ComparedHolding) =>
      row === undefined || before === undefined
        ? ''
        : difference(before, row)
            .changes.filter(({ field }) => field !== 'findings')
            .map(
              (one) =>
                `${words.field(one.field)}: ${words.value(one.field, one.before ?? '')} → ${words.value(one.field, one.after)}`,
            )
            .join(' · ');
    return [
      {
        key: 'standing',
        heading: t('custody.againstBefore'),
        text: (row) => t(`custody.differ.${row.standing}`),
        show: (row) => <StateTag tone={tones[row.standing]}>{t(`custody.differ.${row.standing}`)}</StateTag>,
        filter: standings.map((one) => ({ value: one, label: t(`custody.differ.${one}`) })),
        filterBy: (row) => row.standing,
        width: 120,
      },
      { key: 'code', heading: words.field('code'), text: (row) => row.code, width: 130 },
      { key: 'title', heading: words.field('title'), text: (row) => any(row)?.title ?? '', width: 260 },
      { key: 'place', heading: words.field('place'), text: (row) => any(row)?.place ?? '', width: 200 },
      { key: 'changes', heading: t('import.changes'), text: changes, sortable: false, width: 320 },
    ];
  }, [t, words]);
  const list = useList<ComparedHolding, typeof custodyHoldings.listHoldingDifferences>(
    custodyHoldings.listHoldingDifferences,
    columns,
    { params },
  );
  return (
    <DataList
      {...list}
      label={t('custody.differences')}
      rowKey={(row) => row.code}
      empty={{ title: t('custody.noDifferences') }}
    />
  );
};
