import { type Bar, bar } from '@geoarchive/contract/bar-parts.ts';
import type { EventData } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { BarChangeKind } from '@geoarchive/domain/supervision/bar-changes.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const stored = z.object({ bar, version: z.number() });
const changes = {
  'in-force': 'began',
  ended: 'ended',
  lifted: 'lifted',
} as const satisfies Record<Bar['state'], BarChangeKind>;

/** Bars as the barred organisation sees them: projected from the archive plane, never changed here. */
export const barView = (table: Table, clock: Clock) => ({
  /** Those of an organisation, newest first. */
  async list(organisation: string, page: { cursor?: string | undefined; limit?: number | undefined }) {
    const { rows, next } = await table.query({
      index: 'gsi1',
      partition: `bars-of#${organisation}`,
      start: fromCursor(page.cursor),
      limit: page.limit,
      newestFirst: true,
    });
    const cursor = toCursor(next);
    return { items: rows.map((row) => stored.parse(row).bar), ...(cursor === undefined ? {} : { cursor }) };
  },
  /** Projects a bar and tells of it; an older version than the one here changes nothing and tells nothing. */
  put: ({ bar: of, version, entry }: EventData<'BarBegan'>): Promise<void> =>
    againWhenRaced(async () => {
      const key = { pk: `bar#${of.id}`, sk: 'item' };
      const row = await table.get(key);
      const known = row === undefined ? undefined : stored.parse(row).version;
      if (known !== undefined && known >= version) return;
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: {
              ...key,
              kind: 'bar',
              bar: of,
              version,
              gsi1pk: `bars-of#${of.organisation}`,
              gsi1sk: `${of.from}#${of.id}`,
            },
            ...(known === undefined
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : { ConditionExpression: 'version = :known', ExpressionAttributeValues: { ':known': known } }),
          },
        },
        outboxWrite(table.name, clock, 'BarSeen', {
          change: changes[of.state],
          bar: of,
          ...(entry === undefined ? {} : { entry }),
        }),
      ]);
    }),
});
export type BarView = ReturnType<typeof barView>;
