import { type Envelope, type EventData, type EventType, events } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { ulid } from 'ulid';
import type { Write } from './table.ts';

export const outboxPartition = 'outbox';

/**
 * The write that puts an event into the outbox, in the same transaction as the change it tells of. A `once` key makes the
 * event unique: the same transaction repeated fails on it instead of telling twice.
 */
export const outboxWrite = <T extends EventType>(
  table: string,
  clock: Clock,
  type: T,
  data: EventData<T>,
): Write => {
  const at = clock();
  const event: Envelope<T> = { id: ulid(at.getTime()), type, at: at.toISOString(), data };
  events[type].data.parse(data);
  return {
    Put: {
      TableName: table,
      Item: { pk: outboxPartition, sk: `outbox#${event.id}`, event },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};
