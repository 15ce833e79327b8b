import { type UsageFact, usageFact } from '@geoarchive/contract/service.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

type What = Omit<UsageFact, 'count'> & { count?: number };
const keyOf = ({ node, day, recordId, way, purpose, askerKind }: What) => ({
  pk: `usage#${node}#${day.slice(0, 4)}`,
  sk: `${day}#${recordId}#${way}#${purpose}#${askerKind}`,
});
const used = z.object({ used: z.number().int() });

const changed = 'usage-changed';
/** What is counted of a record in all. */
export type Total = 'views' | 'downloads' | 'granted' | 'robots';
const number = z.number().int().default(0);
const recordTotal = z.object({
  recordId: z.string(),
  changes: z.number().int(),
  ...{ views: number, downloads: number, granted: number, robots: number },
});
export type RecordTotal = z.infer<typeof recordTotal>;

/** How long it is known which events were counted: longer than any queue keeps a message. */
const seenDays = 30;

/**
 * The facts of use (利用统计): one row for each record, day, way, purpose and class of user, with how often and how many bytes. All of a
 * year of an archive stand in one partition, so that whoever reports sums them in one pass (docs/developers/service.md).
 */
export const usageStore = (table: Table) => {
  const add = (what: What): Write => {
    const { bytes, count = 1, ...of } = what;
    return {
      Update: {
        TableName: table.name,
        Key: keyOf(what),
        UpdateExpression: `SET #node = :node, #day = :day, recordId = :record, way = :way, purpose = :purpose, askerKind = :asker ADD #count :count, #bytes :bytes`,
        ExpressionAttributeNames: { '#node': 'node', '#day': 'day', '#count': 'count', '#bytes': 'bytes' },
        ExpressionAttributeValues: {
          ':node': of.node,
          ':day': of.day,
          ':record': of.recordId,
          ':way': of.way,
          ':purpose': of.purpose,
          ':asker': of.askerKind,
          ':count': count,
          ':bytes': bytes,
        },
      },
    };
  };
  /** Of each record, how often in all; a row that moved since it was last told stands in the list of those to be told. */
  const totalling = (recordId: string, what: Total): Write => ({
    Update: {
      TableName: table.name,
      Key: { pk: `usage-of#${recordId}`, sk: 'item' },
      UpdateExpression:
        'SET recordId = :record, gsi1pk = :changed, gsi1sk = :record ADD #what :one, changes :one',
      ExpressionAttributeNames: { '#what': what },
      ExpressionAttributeValues: { ':record': recordId, ':changed': changed, ':one': 1 },
    },
  });
  const once = async (eventId: string, now: Date, writes: Write[]): Promise<boolean> => {
    const seen: Write = {
      Put: {
        TableName: table.name,
        Item: {
          pk: `usage-seen#${eventId}`,
          sk: 'item',
          expiresAt: Math.floor(now.getTime() / 1000) + seenDays * 86_400,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    };
    try {
      await table.transact([seen, ...writes]);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  };
  return {
    /** The write that counts a use, for the transaction of the act that it is. */
    adding: add,
    /** Counts a use once, by the event that told of it, as a fact and in the total of its record; true when it was new. */
    count: (eventId: string, now: Date, what: What, total: Total, besides: Write[] = []): Promise<boolean> =>
      once(eventId, now, [add(what), totalling(what.recordId, total), ...besides]),
    /** Counts that a record was looked at, once: in its total alone. */
    countView: (eventId: string, now: Date, recordId: string, total: Total): Promise<boolean> =>
      once(eventId, now, [totalling(recordId, total)]),
    /** Records whose totals moved since they were told, some at a time. */
    async changed(limit: number): Promise<RecordTotal[]> {
      const { rows } = await table.query({ index: 'gsi1', partition: changed, limit });
      return rows.map((row) => recordTotal.parse(row));
    },
    /** Notes that totals were told; one that moved meanwhile is told again. */
    async told({ recordId, changes }: RecordTotal): Promise<void> {
      try {
        await table.update(
          { pk: `usage-of#${recordId}`, sk: 'item' },
          {
            UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
            ConditionExpression: 'changes = :changes',
            ExpressionAttributeValues: { ':changes': changes },
          },
        );
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    },
    /** Every fact of an archive in a year, or in the part of it whose days begin so. */
    async *of(node: string, year: string, days = year): AsyncGenerator<UsageFact> {
      for await (const row of table.each(`usage#${node}#${year}`, days)) yield usageFact.parse(row);
    },
    /** How often a grant was used, as far as it is known inside. */
    usedOf: async (grantId: string): Promise<number> => {
      const row = await table.get({ pk: `grant#${grantId}`, sk: 'used' });
      return row === undefined ? 0 : used.parse(row).used;
    },
    /** Counts a use on site under the limit of its grant: of two that come at once for the last, one fails. */
    usingUpTo: (grantId: string, allowed: number): Write => ({
      Update: {
        TableName: table.name,
        Key: { pk: `grant#${grantId}`, sk: 'used' },
        UpdateExpression: 'ADD used :one',
        ConditionExpression: 'attribute_not_exists(used) OR used < :allowed',
        ExpressionAttributeValues: { ':one': 1, ':allowed': allowed },
      },
    }),
    using: (grantId: string): Write => ({
      Update: {
        TableName: table.name,
        Key: { pk: `grant#${grantId}`, sk: 'used' },
        UpdateExpression: 'ADD used :one',
        ExpressionAttributeValues: { ':one': 1 },
      },
    }),
  };
};
export type UsageStore = ReturnType<typeof usageStore>;
