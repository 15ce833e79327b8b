import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

/** Of how many transfers an archive is still to be told, and the earliest day of them. */
const tally = z.object({ soon: z.number(), overdue: z.number(), due: z.string() });
export type Tally = z.infer<typeof tally>;

/**
 * What an archive is still to be told of the transfers that were marked as reminded: a row that each step adds to in the transaction that
 * marks, and that goes away in the one that tells. A run that ends before its notice leaves it to the next.
 */
export const transferTallies = (table: Table) => {
  const key = (node: string) => ({ pk: `transfers-to-tell#${node}`, sk: 'tally' });
  return {
    async get(node: string): Promise<Tally | undefined> {
      const row = await table.get(key(node));
      return row === undefined ? undefined : tally.parse(row);
    },
    adding: (node: string, { soon, overdue, due }: Tally): Write => ({
      Update: {
        TableName: table.name,
        Key: key(node),
        UpdateExpression: 'SET due = if_not_exists(due, :due) ADD soon :soon, overdue :overdue',
        ExpressionAttributeValues: { ':due': due, ':soon': soon, ':overdue': overdue },
      },
    }),
    /** Takes it away as it was read: what was added meanwhile is looked at anew. */
    taking: (node: string, { soon, overdue }: Tally): Write => ({
      Delete: {
        TableName: table.name,
        Key: key(node),
        ConditionExpression: 'soon = :soon AND overdue = :overdue',
        ExpressionAttributeValues: { ':soon': soon, ':overdue': overdue },
      },
    }),
  };
};
