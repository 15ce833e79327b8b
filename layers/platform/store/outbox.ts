import { type Envelope, type EventData, type EventType, events } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { monotonicFactory } from 'ulid';
import type { Write } from './table.ts';

export const outboxPartition = 'outbox';
/** A clock set back by more than this is believed: ids that stayed ahead of it would put later events before earlier ones of others. */
const setBackMs = 1000;
let rising = monotonicFactory();
let last = 0;

/** Rises also within a millisecond: what a function raises one after the other is read in that order. */
const nextId = (ms: number): string => {
  if (ms < last - setBackMs) rising = monotonicFactory();
  last = ms;
  return rising(ms);
};

/**
 * The write that puts an event into the outbox, in the same transaction as the change it tells of; `again` for what a replay tells once
 * more.
 */
export const outboxWrite = <T extends EventType>(
  table: string,
  clock: Clock,
  type: T,
  data: EventData<T>,
  more: { again?: true } = {},
): Write => {
  const at = clock();
  const event: Envelope<T> = { id: nextId(at.getTime()), type, at: at.toISOString(), data, ...more };
  events[type].data.parse(data);
  return {
    Put: {
      TableName: table,
      Item: { pk: outboxPartition, sk: `outbox#${event.id}`, event },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};
