import type { Clock } from '@geoarchive/domain/dates.ts';
import { noticeKinds } from '@geoarchive/domain/notices/rules.ts';
import {
  mostGivenUp,
  secretOverlapHours,
  type WebhookReason,
  webhookLifecycle,
  webhookReasonCodes,
} from '@geoarchive/domain/notices/webhooks.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const body = z.object({
  url: z.string(),
  without: z.array(z.enum(noticeKinds)),
  /** Newest first; the text of each is sealed for this organisation. */
  secrets: z.array(z.object({ sealed: z.string(), since: z.string(), until: z.string().optional() })),
  stopped: z.object({ at: z.string(), reason: z.enum(webhookReasonCodes) }).optional(),
});
type Body = z.infer<typeof body>;
const counter = z.object({ n: z.number() });

/** Where organisations have their notices sent: one address each, found by the organisation's id. */
export const webhookStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'webhook',
    table,
    clock,
    schema: body,
    lifecycle: webhookLifecycle,
    lists: () => ({}),
  });
  type Stored = NonNullable<Awaited<ReturnType<typeof store.get>>>;
  const raised = (organisation: string, change: 'on' | 'off' | 'stopped') => [
    { type: 'WebhookChanged' as const, data: { organisation, change } },
  ];
  const counterKey = (organisation: string) => ({ pk: `webhook#${organisation}`, sk: 'given-up' });
  const count = async (organisation: string, expression: string): Promise<number> => {
    const { n } = counter.parse(
      await table.update(counterKey(organisation), {
        UpdateExpression: `${expression}`,
        ExpressionAttributeValues: { ':n': expression.startsWith('ADD') ? 1 : 0 },
      }),
    );
    return n;
  };

  return {
    get: store.get,
    /** The secrets that sign now, newest first. */
    valid: ({ body: { secrets } }: Stored) => {
      const now = clock().toISOString();
      return secrets.filter(({ until }) => until === undefined || until > now);
    },
    /** Sets address and kinds, and switches on or off; leaves the secrets. Switching on forgets why it was stopped. */
    async save(
      organisation: string,
      before: Stored | undefined,
      to: Pick<Body, 'url' | 'without'> & { on: boolean },
      by: Caller,
      action: string,
    ): Promise<Stored> {
      const { on, ...rest } = to;
      const { stopped, ...kept } = before?.body ?? { secrets: [], stopped: undefined };
      const after = { ...kept, ...rest, ...(on || stopped === undefined ? {} : { stopped }) };
      const told = { action, by, detail: { ...to } };
      if (before === undefined) return store.create(organisation, after, told);
      if (on === (before.state === 'on')) return store.change(before, after, told);
      if (on) await count(organisation, 'SET n = :n');
      const events = raised(organisation, on ? 'on' : 'off');
      return store.move(before, on ? 'switch-on' : 'switch-off', after, { ...told, events });
    },
    /** Puts a new secret first. The one before signs too for a day; those before that no more. */
    async addSecret(before: Stored, sealed: string, by: Caller, action: string): Promise<Stored> {
      const now = clock();
      const until = new Date(now.getTime() + secretOverlapHours * 3_600_000).toISOString();
      const [last] = before.body.secrets;
      const secrets = [
        { sealed, since: now.toISOString() },
        ...(last === undefined ? [] : [{ ...last, until }]),
      ];
      return store.change(before, { ...before.body, secrets }, { action, by });
    },
    /** Somebody answered: counting begins anew. */
    answered: async (organisation: string): Promise<void> => {
      await count(organisation, 'SET n = :n');
    },
    /** A message was given up; when that happens too often in a row, the webhook is switched off and its administrators are told. */
    async gaveUp(organisation: string, reason: WebhookReason): Promise<void> {
      if ((await count(organisation, 'ADD n :n')) < mostGivenUp) return;
      const item = await store.get(organisation);
      if (item?.state !== 'on') return;
      const after = { ...item.body, stopped: { at: clock().toISOString(), reason } };
      try {
        await store.move(item, 'stop', after, {
          action: 'webhook.stopped',
          by: { worker: 'webhook' },
          detail: { reason, givenUp: mostGivenUp },
          events: raised(organisation, 'stopped'),
        });
      } catch (error) {
        // Somebody changed it in this very moment: the next message that is given up counts further.
        if (!(error instanceof Problem && error.kind === 'stale')) throw error;
      }
    },
  };
};
export type WebhookStore = ReturnType<typeof webhookStore>;
export type WebhookItem = NonNullable<Awaited<ReturnType<WebhookStore['get']>>>;
