import type { Clock } from '@geoarchive/domain/dates.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';

/** So long a turn may wait in the queue, or lie still after a crash, before a newly queued job may begin another. */
const patienceMs = 30 * 60_000;

const held = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
};

/**
 * Each owner has one turn at a time, however many jobs they queue: so nobody is kept waiting by somebody else's many. The ticket
 * is the turn's proof; a message with another one is a leftover, and is dropped.
 */
export const turnStore = (table: Table, clock: Clock) => {
  const key = (owner: string) => ({ pk: `jobs-turn#${owner}`, sk: 'turn' });
  const times = () => {
    const now = clock().getTime();
    return { ':now': new Date(now).toISOString(), ':until': new Date(now + patienceMs).toISOString() };
  };
  const names = { '#t': 'ticket', '#u': 'until' };
  return {
    /** Begins a turn, or takes up the one of this very ticket again; false while the owner has another. */
    begin: (owner: string, ticket: string) =>
      held(
        table.update(key(owner), {
          UpdateExpression: 'SET #t = :ticket, #u = :until',
          ConditionExpression: 'attribute_not_exists(pk) OR #u < :now OR #t = :ticket',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ...times(), ':ticket': ticket },
        }),
      ),
    /** Goes on with a turn; false when it ended or another took its place. */
    goOn: (owner: string, ticket: string) => {
      const { ':until': until } = times();
      return held(
        table.update(key(owner), {
          UpdateExpression: 'SET #u = :until',
          ConditionExpression: '#t = :ticket',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ':until': until, ':ticket': ticket },
        }),
      );
    },
    end: (owner: string, ticket: string) =>
      held(
        table.transact([
          {
            Delete: {
              TableName: table.name,
              Key: key(owner),
              ConditionExpression: '#t = :ticket',
              ExpressionAttributeNames: { '#t': 'ticket' },
              ExpressionAttributeValues: { ':ticket': ticket },
            },
          },
        ]),
      ),
  };
};
export type TurnStore = ReturnType<typeof turnStore>;
