import { orderBody } from '@geoarchive/contract/orders.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { orderLifecycle } from '@geoarchive/domain/supervision/order.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';

/** Orders of the ministry (督办): listed for all by deadline, for each archive, and by state. */
export const orderStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'order',
    table,
    clock,
    schema: orderBody,
    lifecycle: orderLifecycle,
    lists: ({ id, state, body }) => {
      const by = `${body.deadline}#${id}`;
      return {
        gsi1: { in: 'orders', by },
        gsi2: { in: `orders#${body.node}`, by },
        gsi3: { in: `orders-in#${state}`, by },
      };
    },
  });
export type OrderStore = ReturnType<typeof orderStore>;
export type OrderItem = NonNullable<Awaited<ReturnType<OrderStore['get']>>>;
