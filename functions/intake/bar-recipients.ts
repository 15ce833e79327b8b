import type { EventData } from '@geoarchive/contract/events.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const partition = 'bar-recipients';
const row = z.object({ sk: z.string(), told: z.boolean() });

/** The registries and funders that are told of every bar, as the archive plane registered them; never changed here. */
export const barRecipients = (table: Table) => ({
  /** Projects one; an older version than the one here changes nothing. */
  async put({ organisation, told, version }: EventData<'BarRecipientRecorded'>): Promise<void> {
    try {
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: { pk: partition, sk: organisation, told, version },
            ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
            ExpressionAttributeValues: { ':version': version },
          },
        },
      ]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  },
  /** The codes of those that are told now: some dozens in the country, so they are read whole. */
  async told(): Promise<string[]> {
    const found: string[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await table.query({ partition, start });
      found.push(
        ...page.rows
          .map((one) => row.parse(one))
          .filter(({ told }) => told)
          .map(({ sk }) => sk),
      );
      start = page.next;
    } while (start !== undefined);
    return found;
  },
});
export type BarRecipients = ReturnType<typeof barRecipients>;
