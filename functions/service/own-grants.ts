import type { EventData } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';

/**
 * Takes in what the archive tells the person of a grant, and tells it once: the grant itself the portal has. The same news again, also
 * from a replay, changes nothing.
 */
export const grantTold = async (
  { table, clock }: { table: Table; clock: Clock },
  told: EventData<'GrantTold'>,
): Promise<void> => {
  const { grantId, version, news, until, node, number } = told;
  try {
    await table.transact([
      {
        Put: {
          TableName: table.name,
          Item: { pk: `grant-told#${grantId}`, sk: `${version}`, news, until },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      outboxWrite(table.name, clock, 'GrantSeen', told),
      auditWrite(table.name, clock, {
        about: grantId,
        action: 'service.grant-told',
        by: { worker: 'project' },
        detail: { news, number, until },
        node,
      }),
    ]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
};
