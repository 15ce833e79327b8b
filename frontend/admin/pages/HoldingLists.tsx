import type { HoldingList } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { holdingListLifecycle } from '@geoarchive/domain/custody/holding.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { HoldingListState } from '../custody/HoldingListState.tsx';
import { useCustodians } from '../custody/use-custodians.ts';
import { holdingImporters } from '../roles.ts';

const numbers = ['rows', 'findings', 'services'] as const;
const kinds = ['added', 'gone', 'changed'] as const;

/** 保管清单: what custodians hold, year by year. */
const HoldingLists = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const go = useNavigate();
  const parties = useCustodians();
  const columns = useMemo(
    (): Column<HoldingList>[] => [
      {
        key: 'period',
        heading: t('custody.period'),
        text: (row) => row.period,
        show: (row) => <Link to={`/custody/holdings/${row.node}/${row.period}`}>{row.period}</Link>,
        width: 90,
      },
      {
        key: 'custodian',
        heading: t('custody.custodian'),
        text: (row) => parties.custodian(row.node),
        filter: parties.options,
        filterBy: (row) => row.node,
        width: 240,
      },
      {
        key: 'state',
        heading: t('custody.state'),
        text: (row) => say(holdingListLifecycle.states[row.state]),
        show: (row) => <HoldingListState of={row.state} />,
        filter: statesOf(holdingListLifecycle).map((value) => ({
          value,
          label: say(holdingListLifecycle.states[value]),
        })),
        filterBy: (row) => row.state,
        width: 110,
      },
      ...numbers.map(
        (name): Column<HoldingList> => ({
          key: name,
          heading: t(`custody.figures.${name}`),
          text: ({ figures }) => formatCount(figures[name]),
          order: ({ figures }) => figures[name],
          numeric: true,
          width: 120,
        }),
      ),
      ...kinds.map(
        (name): Column<HoldingList> => ({
          key: name,
          heading: t(`custody.differ.${name}`),
          text: ({ differences }) => (differences === undefined ? '' : formatCount(differences[name])),
          order: ({ differences }) => differences?.[name] ?? -1,
          numeric: true,
          width: 90,
        }),
      ),
    ],
    [t, say, parties],
  );
  const list = useList<HoldingList, typeof custodyHoldings.listHoldingLists>(
    custodyHoldings.listHoldingLists,
    columns,
  );
  return (
    <Page
      title={t('nav.holdings')}
      lead={t('custody.holdingsLead')}
      actions={
        reaches(holdingImporters, usePerson()?.roles ?? []) && (
          <Button type="primary" onClick={() => void go('/custody/holdings/import')}>
            {t('custody.importList')}
          </Button>
        )
      }
    >
      <DataList
        {...list}
        label={t('nav.holdings')}
        rowKey={(row) => row.id}
        empty={{ title: t('custody.noLists'), hint: t('custody.noListsHint') }}
      />
    </Page>
  );
};
export default HoldingLists;
