import type { Holding, HoldingList } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { entrustedKindNames, entrustedKinds } from '@geoarchive/domain/custody/agreement.ts';
import { conditionNames, conditions } from '@geoarchive/domain/custody/holding.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOf } from './holding-file.ts';
import { mayChange, RemoveRow } from './RemoveRow.tsx';
import { TieCells } from './TieCells.tsx';
import { useHoldingWords } from './use-holding-words.ts';

/** The rows of a holding list; where it is being filled, a wrong one can be taken out. */
export const HoldingRows = ({ of: params, list: of }: { of: ListOf; list: HoldingList }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useHoldingWords();
  const [asked, setAsked] = useState<Holding>();
  const mayRemove = mayChange(of);
  const columns = useMemo(
    (): Column<Holding>[] => [
      { key: 'code', heading: words.field('code'), text: (row) => row.code, width: 130 },
      { key: 'title', heading: words.field('title'), text: (row) => row.title, width: 240 },
      {
        key: 'kind',
        heading: words.field('kind'),
        text: words.kind,
        filter: entrustedKinds.map((value) => ({ value, label: say(entrustedKindNames[value]) })),
        filterBy: (row) => row.kind,
        width: 130,
      },
      { key: 'category', heading: words.field('category'), text: (row) => row.category ?? '', width: 100 },
      {
        key: 'ties',
        heading: t('custody.ties'),
        text: words.ties,
        show: (row) => <TieCells of={row} />,
        width: 200,
      },
      {
        key: 'count',
        heading: words.field('count'),
        text: words.amount,
        order: (row) => row.count,
        numeric: true,
        width: 110,
      },
      { key: 'place', heading: words.field('place'), text: (row) => row.place, width: 200 },
      {
        key: 'condition',
        heading: words.field('condition'),
        text: words.condition,
        filter: conditions.map((value) => ({ value, label: say(conditionNames[value]) })),
        filterBy: (row) => row.condition,
        width: 110,
      },
      {
        key: 'findings',
        heading: t('custody.findings'),
        text: (row) => words.findings(row.findings, row),
        filter: (['yes', 'no'] as const).map((value) => ({ value, label: t(`custody.found.${value}`) })),
        filterBy: (row) => (row.findings.length > 0 ? 'yes' : 'no'),
        width: 220,
      },
      ...(mayRemove
        ? [
            {
              key: 'remove',
              heading: t('custody.rowActions'),
              text: () => '',
              actions: true,
              show: (row: Holding) => (
                <Button size="small" onClick={() => setAsked(row)} aria-label={t('custody.removeOf', row)}>
                  {t('custody.remove')}
                </Button>
              ),
              sortable: false,
              width: 90,
            },
          ]
        : []),
    ],
    [t, say, words, mayRemove],
  );
  const list = useList<Holding, typeof custodyHoldings.listHoldings>(custodyHoldings.listHoldings, columns, {
    params,
  });
  return (
    <>
      <DataList
        {...list}
        label={t('custody.rows')}
        rowKey={(row) => row.code}
        empty={{ title: t('custody.noRows'), hint: t('custody.noRowsHint') }}
      />
      {asked !== undefined && <RemoveRow row={asked} list={of} onClose={() => setAsked(undefined)} />}
    </>
  );
};
