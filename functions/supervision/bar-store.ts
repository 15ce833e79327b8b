import { type Bar, bar } from '@geoarchive/contract/bar-parts.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import {
  type BarKind,
  type BarStanding,
  type BarState,
  barLifecycle,
  lastDayOf,
} from '@geoarchive/domain/supervision/bars.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { aggregates, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { idOf } from './ids.ts';

type Ended = Extract<BarStanding, { is: 'ended' }>;
const barBody = bar
  .omit({ id: true, state: true })
  .extend({ lifted: z.object({ by: z.string(), reason: z.string() }).optional() });
export type BarBody = z.infer<typeof barBody>;
export type BarItem = Item<BarBody, BarState>;

/** What begins a bar: who, by which paper, from which day, and for art. 20 the tasks that are owed and overdue on it. */
export type BarBegin = Pick<
  Bar,
  'organisation' | 'organisationName' | 'node' | 'kind' | 'cause' | 'tasks' | 'from'
>;

/** One bar of a kind for one cause: that of its case, however often its paper is sent. */
export const barId = (kind: BarKind, cause: Bar['cause']): string => idOf('bar', kind, cause.kind, cause.id);

/** A bar as others see it. */
export const shownBar = (id: string, state: BarState, { lifted: _, ...body }: BarBody): Bar => ({
  ...body,
  id,
  state,
});

/** The bars of the archive plane: listed by node and state, by organisation, and by state; newest last. */
export const barStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'bar',
    table,
    clock,
    schema: barBody,
    lifecycle: barLifecycle,
    lists: ({ id, state, body }) => ({
      gsi1: { in: `bars#${body.node}#${state}`, by: `${body.from}#${id}` },
      gsi2: { in: `bars-of#${body.organisation}`, by: `${body.from}#${id}` },
      gsi3: { in: `bars#${state}`, by: `${body.from}#${id}` },
    }),
  });
  const now = () => clock().toISOString();
  const changed = (item: BarItem, state: BarState, body: BarBody) => [
    { type: 'BarEnded' as const, data: { bar: shownBar(item.id, state, body), version: item.version + 1 } },
  ];
  return {
    ...store,
    /**
     * The writes that begin a bar, for the transaction of whoever circulates or punishes. For the same cause a second time that
     * transaction fails (`ConditionFailed`): a bar begins once. Throws where a bar of art. 20 would rest on no task: it would end at once.
     */
    beginning(of: BarBegin, by: By): Write[] {
      if (of.kind === 'until-complete' && of.tasks.length === 0)
        throw new Error(`A bar of art. 20 needs the tasks that are overdue (${of.cause.number})`);
      const until = lastDayOf(of.kind, of.from);
      const body: BarBody = { ...of, ...(until === undefined ? {} : { until }), beganAt: now() };
      const id = barId(of.kind, of.cause);
      return store.creation(id, body, {
        action: 'bar.begin',
        by,
        detail: { organisation: of.organisation, kind: of.kind, cause: of.cause, from: of.from },
        events: [{ type: 'BarBegan', data: { bar: shownBar(id, 'in-force', body), version: 1 } }],
      });
    },
    /** The writes that note that a bar ended by rule. */
    ending(item: BarItem, { on, reason }: Ended, worker: string): Write[] {
      const body = { ...item.body, ended: { on, at: now(), reason } };
      return store.moving(item, 'end', body, {
        action: 'bar.end',
        by: { worker },
        detail: { on, reason },
        events: changed(item, 'ended', body),
      });
    },
    /** Lifts a bar by decision, from today on. Fails with `stale` when somebody was quicker. */
    async lift(item: BarItem, reason: string, by: Caller): Promise<BarItem> {
      const ended = { on: dayOf(clock()), at: now(), reason: 'lifted' as const };
      const body = { ...item.body, lifted: { by: by.name, reason }, ended };
      return store.move(item, 'lift', body, {
        action: 'bar.lift',
        by,
        detail: { reason },
        events: changed(item, 'lifted', body),
      });
    },
  };
};
export type BarStore = ReturnType<typeof barStore>;
