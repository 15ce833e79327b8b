import { type HoldingListBody, holdingListBody } from '@geoarchive/contract/custody-holdings.ts';
import { type HoldingListState, holdingListLifecycle } from '@geoarchive/domain/custody/holding.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { aggregates, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import { idOf } from '../supervision/ids.ts';

export type HoldingListItem = Item<HoldingListBody, HoldingListState>;

/** Holding lists (保管清单): one for each custodian and year; all of them, and those of a custodian, by year. */
export const holdingListStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'holding-list',
    table,
    clock,
    schema: holdingListBody,
    lifecycle: holdingListLifecycle,
    lists: ({ body }) => ({
      gsi1: { in: 'holding-lists', by: `${body.period}#${body.node}` },
      gsi2: { in: `holding-lists#${body.node}`, by: body.period },
    }),
  });
  const idFor = (custodian: string, period: string): string => idOf('holding-list', custodian, period);
  return {
    ...store,
    idFor,
    of: (custodian: string, period: string) => store.get(idFor(custodian, period)),
    /** The newest list of a custodian before a year, in which something stands. */
    async before(custodian: string, period: string): Promise<HoldingListItem | undefined> {
      const page = await store.list('gsi2', `holding-lists#${custodian}`, { newestFirst: true, limit: 100 });
      return page.items.find(({ body }) => body.period < period && body.figures.rows > 0);
    },
    /** Every list of a year and the year before it, for the national view. */
    async recent(from: string): Promise<HoldingListItem[]> {
      const found: HoldingListItem[] = [];
      let cursor: string | undefined;
      do {
        const range = [from, '9999'] as const;
        const page = await store.list('gsi1', 'holding-lists', { cursor, limit: 100, range });
        found.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return found;
    },
    /** Holds a transaction to the list still being filled. */
    whileOpen: (id: string): Write => ({
      ConditionCheck: {
        TableName: table.name,
        Key: { pk: `holding-list#${id}`, sk: 'item' },
        ConditionExpression: '#s = :open',
        ExpressionAttributeNames: { '#s': 'state' },
        ExpressionAttributeValues: { ':open': 'open' },
      },
    }),
  };
};
