import type { Clock } from '@geoarchive/domain/dates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { type Mailbox, trailOf } from './notice-store.ts';

/** How long a mail under way keeps others from sending it too: longer than an execution may last. */
const claimMs = 3 * 60_000;

const row = z.object({ state: z.enum(['sending', 'sent', 'failed', 'waiting', 'aside']) });
type Delivery = { mailbox: Mailbox; id: string; node: string | undefined; username: string };
export type Outcome =
  | { state: 'sent'; messageId: string }
  | { state: 'failed'; reason: string }
  | { state: 'waiting'; reason: string }
  /** Waits for the mail of the morning, which says then what became of it. */
  | { state: 'aside' };

export const mailKey = (mailbox: Mailbox, id: string, username: string) => ({
  pk: trailOf(mailbox, id),
  sk: `mail#${username}`,
});

/** What became of the mail of a notice to each of its readers. Kept beside the notice: the proof of delivery. */
export const deliveryStore = (table: Table, clock: Clock) => {
  const keyOf = ({ mailbox, id, username }: Delivery) => mailKey(mailbox, id, username);
  return {
    /**
     * Takes the mail to one reader for this execution: `done` when it was sent or refused for good, `busy` when another execution has
     * it. A claim runs out, so that a mail whose execution died is tried again.
     */
    async claim(of: Delivery, to: string): Promise<'mine' | 'done' | 'busy'> {
      const now = clock().getTime();
      try {
        await table.update(keyOf(of), {
          UpdateExpression: 'SET #s = :sending, #to = :to, #until = :until, #at = :at ADD tries :one',
          ConditionExpression:
            'attribute_not_exists(pk) OR #s = :waiting OR (#s = :sending AND #until < :now)',
          ExpressionAttributeNames: { '#s': 'state', '#to': 'to', '#until': 'until', '#at': 'at' },
          ExpressionAttributeValues: {
            ':sending': 'sending',
            ':waiting': 'waiting',
            ':to': to,
            ':until': now + claimMs,
            ':now': now,
            ':at': new Date(now).toISOString(),
            ':one': 1,
          },
        });
        return 'mine';
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const { state } = row.parse(await table.get(keyOf(of)));
        return state === 'sending' || state === 'waiting' ? 'busy' : 'done';
      }
    },
    /** Records the outcome, with what else belongs to it; one that is final stands in the audit trail too. */
    async record(of: Delivery, outcome: Outcome, more: Write[] = []): Promise<void> {
      const { state, ...rest } = outcome;
      const detail = { username: of.username, ...rest };
      await table.transact([
        {
          Update: {
            TableName: table.name,
            Key: keyOf(of),
            UpdateExpression: 'SET #s = :state, #at = :at, #detail = :detail',
            ExpressionAttributeNames: { '#s': 'state', '#at': 'at', '#detail': 'detail' },
            ExpressionAttributeValues: {
              ':state': state,
              ':at': clock().toISOString(),
              ':detail': rest,
            },
          },
        },
        ...more,
        ...(state === 'waiting' || state === 'aside'
          ? []
          : [
              auditWrite(table.name, clock, {
                about: trailOf(of.mailbox, of.id),
                action: `notice.mail-${state}`,
                by: { worker: 'deliver' },
                detail,
                node: of.node,
              }),
            ]),
      ]);
    },
  };
};
export type DeliveryStore = ReturnType<typeof deliveryStore>;
