import type { Order } from '@geoarchive/contract/orders.ts';
import { orders } from '@geoarchive/contract/routes.ts';
import { orderLifecycle } from '@geoarchive/domain/supervision/order.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MakeOrder } from '../orders/MakeOrder.tsx';
import { OrderState } from '../orders/OrderState.tsx';
import { orderMakers } from '../roles.ts';
import { useArchiveName } from '../transfers/words.tsx';

const states = ['open', 'replied', 'closed'] as const;

/** 督办: orders of the ministry to provinces. */
const Orders = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const [making, setMaking] = useState(false);
  const archiveName = useArchiveName();
  const columns = useMemo(
    (): Column<Order>[] => [
      {
        key: 'subject',
        heading: t('orders.subject'),
        text: (row) => row.subject,
        show: (row) => <Link to={`/orders/${row.id}`}>{row.subject}</Link>,
        width: 320,
      },
      { key: 'node', heading: t('publication.node'), text: (row) => archiveName(row.node), width: 200 },
      {
        key: 'deadline',
        heading: t('orders.deadline'),
        text: (row) => day(row.deadline),
        order: (row) => row.deadline,
        width: 140,
      },
      {
        key: 'state',
        heading: t('orders.state'),
        text: (row) => say(orderLifecycle.states[row.state]),
        show: (row) => <OrderState of={row} />,
        filter: states.map((value) => ({ value, label: say(orderLifecycle.states[value]) })),
        filterBy: (row) => row.state,
        width: 130,
      },
      { key: 'madeBy', heading: t('orders.madeBy'), text: (row) => row.madeBy, width: 140 },
    ],
    [t, say, day, archiveName],
  );
  const list = useList<Order, typeof orders.listOrders>(orders.listOrders, columns);
  const makes = reaches(orderMakers, usePerson()?.roles ?? []);
  return (
    <Page
      title={t('nav.orders')}
      lead={t('orders.lead')}
      actions={makes && <Button onClick={() => setMaking(true)}>{t('orders.make')}</Button>}
    >
      <DataList
        {...list}
        label={t('nav.orders')}
        rowKey={(row) => row.id}
        empty={{ title: t('orders.empty'), hint: t('orders.emptyHint') }}
      />
      {making && <MakeOrder onClose={() => setMaking(false)} />}
    </Page>
  );
};
export default Orders;
