import * as z from 'zod';
import type { Table, Write } from './table.ts';

const stored = z.object({ value: z.number() });

/**
 * The next number of a series and the write that takes it, or so many from it on. The write belongs in the transaction that uses the number: so the
 * series has no gaps and no doubles; whoever loses the race gets a ConditionFailed and reads again.
 */
export const nextNumber = async (
  table: Table,
  series: string,
  count = 1,
): Promise<{ value: number; take: Write }> => {
  const key = { pk: `counter#${series}`, sk: 'counter' };
  const row = await table.get(key);
  const seen = row === undefined ? 0 : stored.parse(row).value;
  const value = seen + 1;
  return {
    value,
    take: {
      Put: {
        TableName: table.name,
        Item: { ...key, value: seen + count },
        ...(row === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#v = :seen',
              ExpressionAttributeNames: { '#v': 'value' },
              ExpressionAttributeValues: { ':seen': seen },
            }),
      },
    },
  };
};
