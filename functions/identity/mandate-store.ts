import { mandate } from '@geoarchive/contract/identity.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import { mandateLifecycle } from '@geoarchive/domain/mandate.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';

const body = mandate.omit({ id: true, active: true, fromName: true, toName: true });

/** Mandates (委托): an organisation lets another act for it; listed on both sides. */
export const mandateStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'mandate',
    table,
    clock,
    schema: body,
    lifecycle: mandateLifecycle,
    lists: ({ id, body: of }) => ({
      gsi1: { in: `mandates-given#${of.from}`, by: id },
      gsi2: { in: `mandates-held#${of.to}`, by: id },
    }),
  });
  type Stored = NonNullable<Awaited<ReturnType<typeof store.get>>>;
  const active = (of: Stored): boolean => {
    const today = dayOf(clock());
    return of.state === 'given' && of.body.validFrom <= today && today <= of.body.validTo;
  };
  const every = async (index: 'gsi1' | 'gsi2', partition: string): Promise<Stored[]> => {
    const found: Stored[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list(index, partition, { cursor });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  };
  const heldBy = (agent: string) => every('gsi2', `mandates-held#${agent}`);
  return {
    ...store,
    active,
    /** All that an organisation ever gave, oldest first. */
    givenBy: (principal: string) => every('gsi1', `mandates-given#${principal}`),
    /** All that an organisation ever held, oldest first. */
    heldBy,
    /** Whether `agent` may act for `principal` today, for this task or in general. */
    async allows(principal: string, agent: string, taskId: string | undefined): Promise<boolean> {
      return (await heldBy(agent)).some(
        (one) =>
          one.body.from === principal &&
          active(one) &&
          (one.body.scope === 'all' || (taskId !== undefined && one.body.taskIds.includes(taskId))),
      );
    },
    /** Organisations that `agent` may act for today, in whatever scope. */
    async principalsOf(agent: string): Promise<string[]> {
      return [...new Set((await heldBy(agent)).filter(active).map((one) => one.body.from))];
    },
  };
};
export type MandateStore = ReturnType<typeof mandateStore>;
export type MandateItem = NonNullable<Awaited<ReturnType<MandateStore['get']>>>;
