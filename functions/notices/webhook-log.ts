import type { WebhookDelivery } from '@geoarchive/contract/webhooks.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import {
  shownDeliveries,
  type WebhookReason,
  webhookReasonCodes,
} from '@geoarchive/domain/notices/webhooks.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { trailOf } from './notice-store.ts';

/** How long a try under way keeps others from making it too: longer than an execution may last. */
const claimMs = 2 * 60_000;

const row = z.object({
  sk: z.string(),
  at: z.string(),
  state: z.enum(['waiting', 'sending', 'delivered', 'failed']),
  tries: z.number(),
  status: z.number().optional(),
  reason: z.enum(webhookReasonCodes).optional(),
  nextAt: z.string().optional(),
});
const prefix = 'delivery#';
export type Outcome =
  | { state: 'delivered'; status: number }
  | { state: 'failed'; reason: WebhookReason; status?: number }
  | { state: 'waiting'; reason: WebhookReason; status?: number; nextAt: string };

/** What became of each message to an organisation's system; one row a message, however often it was tried. */
export const webhookLog = (table: Table, clock: Clock) => {
  const keyOf = (organisation: string, id: string) => ({ pk: `webhook#${organisation}`, sk: prefix + id });
  const view = (found: unknown): WebhookDelivery => {
    const { sk, ...rest } = row.parse(found);
    const id = sk.slice(prefix.length);
    return { id, kind: id.slice(id.indexOf('.') + 1), ...rest };
  };
  const get = async (organisation: string, id: string): Promise<WebhookDelivery | undefined> => {
    const found = await table.get(keyOf(organisation, id));
    return found === undefined ? undefined : view(found);
  };
  const audited = (
    organisation: string,
    id: string,
    action: string,
    by: Caller | { worker: string },
    detail = {},
  ) =>
    auditWrite(table.name, clock, {
      about: trailOf({ organisation }, id),
      action,
      by,
      detail,
    });
  return {
    get,
    async newest(organisation: string): Promise<WebhookDelivery[]> {
      const { rows } = await table.query({
        partition: `webhook#${organisation}`,
        prefix,
        limit: shownDeliveries,
        newestFirst: true,
      });
      return rows.map(view);
    },
    /**
     * Takes a try of a message for this execution, by its number: the same try again is not made, unless the execution that had it
     * died. Gives what is there when it is not to be made.
     */
    async claim(organisation: string, id: string, attempt: number): Promise<'mine' | WebhookDelivery> {
      const now = clock().getTime();
      try {
        await table.update(keyOf(organisation, id), {
          UpdateExpression: 'SET #s = :sending, #until = :until, #at = :at, tries = :attempt REMOVE nextAt',
          ConditionExpression:
            'attribute_not_exists(pk) OR (#s = :waiting AND tries = :before) OR (#s = :sending AND #until < :now AND tries = :attempt)',
          ExpressionAttributeNames: { '#s': 'state', '#until': 'until', '#at': 'at' },
          ExpressionAttributeValues: {
            ':sending': 'sending',
            ':waiting': 'waiting',
            ':attempt': attempt,
            ':before': attempt - 1,
            ':until': now + claimMs,
            ':now': now,
            ':at': new Date(now).toISOString(),
          },
        });
        return 'mine';
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const found = await get(organisation, id);
        if (found === undefined) throw error;
        return found;
      }
    },
    /** Records what became of a try; what is final stands in the audit trail too, as the proof of delivery. */
    async record(organisation: string, id: string, outcome: Outcome): Promise<void> {
      const { state, ...detail } = outcome;
      const { status, nextAt } = { status: undefined, nextAt: undefined, ...outcome };
      const reason = state === 'delivered' ? undefined : outcome.reason;
      const fields = Object.entries({ status, nextAt, reason });
      const set = fields.filter(([, value]) => value !== undefined);
      const gone = fields.filter(([, value]) => value === undefined).map(([name]) => `#${name}`);
      await table.transact([
        {
          Update: {
            TableName: table.name,
            Key: keyOf(organisation, id),
            UpdateExpression: `SET #state = :state, #at = :at${set.map(([name]) => `, #${name} = :${name}`).join('')}${
              gone.length === 0 ? '' : ` REMOVE ${gone.join(', ')}`
            }`,
            ExpressionAttributeNames: Object.fromEntries(
              ['state', 'at', 'status', 'nextAt', 'reason'].map((name) => [`#${name}`, name]),
            ),
            ExpressionAttributeValues: {
              ':state': state,
              ':at': clock().toISOString(),
              ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
            },
          },
        },
        ...(state === 'waiting'
          ? []
          : [audited(organisation, id, `notice.webhook-${state}`, { worker: 'webhook' }, detail)]),
      ]);
    },
    /** Has a message tried anew from the first try on; one that is being tried right now, or is not there, is left. Says whether it was. */
    async again(organisation: string, id: string, by: Caller, action: string): Promise<boolean> {
      try {
        await table.transact([
          {
            Update: {
              TableName: table.name,
              Key: keyOf(organisation, id),
              UpdateExpression: 'SET #s = :waiting, tries = :none, #at = :at REMOVE nextAt',
              ConditionExpression: 'attribute_exists(pk) AND #s <> :sending',
              ExpressionAttributeNames: { '#s': 'state', '#at': 'at' },
              ExpressionAttributeValues: {
                ':waiting': 'waiting',
                ':sending': 'sending',
                ':none': 0,
                ':at': clock().toISOString(),
              },
            },
          },
          audited(organisation, id, action, by),
        ]);
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    },
    /** Puts a message that was not sent yet on the list. */
    async announce(organisation: string, id: string, by: Caller, action: string): Promise<void> {
      const Item = { ...keyOf(organisation, id), at: clock().toISOString(), state: 'waiting', tries: 0 };
      await table.transact([{ Put: { TableName: table.name, Item } }, audited(organisation, id, action, by)]);
    },
  };
};
export type WebhookLog = ReturnType<typeof webhookLog>;
