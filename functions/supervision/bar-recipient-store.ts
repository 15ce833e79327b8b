import { barRecipient } from '@geoarchive/contract/bar-parts.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { barRecipientLifecycle } from '@geoarchive/domain/supervision/bar-recipients.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { aggregates, type EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type * as z from 'zod';

const body = barRecipient.omit({ organisation: true, told: true, version: true });
type Body = z.infer<typeof body>;

/** What intake is told of a recipient: who, and whether it is told; never why. */
export const recipientTold = (organisation: string, told: boolean, version: number): EventToRaise => ({
  type: 'BarRecipientRecorded',
  data: { organisation, told, version },
});

/** Who is told of every bar (准入限制通知对象), by the code of the organisation. One that is told no more stays in the list, as such. */
export const barRecipientStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'bar-recipient',
    table,
    clock,
    schema: body,
    lifecycle: barRecipientLifecycle,
    lists: ({ id }) => ({ gsi1: { in: 'bar-recipients', by: id } }),
  });
  type Stored = NonNullable<Awaited<ReturnType<typeof store.get>>>;
  return {
    ...store,
    /** Has an organisation told from now on, or no more; the same again changes nothing. Fails with `stale` when somebody was quicker. */
    async set(
      organisation: string,
      to: { told: boolean; name: string; reason: string },
      by: Caller,
      action: string,
    ): Promise<Stored> {
      const { told, name, reason } = to;
      const before = await store.get(organisation);
      if (before !== undefined && (before.state === 'told') === told) return before;
      const after: Body = { name, reason, by: by.name, since: clock().toISOString() };
      const events = [recipientTold(organisation, told, (before?.version ?? 0) + 1)];
      const tell = { action, by, detail: { told, reason }, events };
      return before === undefined
        ? store.create(organisation, after, tell, told ? 'told' : 'stopped')
        : store.move(before, told ? 'resume' : 'stop', after, tell);
    },
  };
};
export type BarRecipientStore = ReturnType<typeof barRecipientStore>;
export type BarRecipientItem = NonNullable<Awaited<ReturnType<BarRecipientStore['get']>>>;
