import { type Bar, type BarChange, bar } from '@geoarchive/contract/bar-parts.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import {
  type BarKind,
  type BarStanding,
  type BarState,
  barLifecycle,
  lastDayOf,
} from '@geoarchive/domain/supervision/bars.ts';
import { barredActs } from '@geoarchive/domain/supervision/eligibility.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { aggregates, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { barChanges } from './bar-changes.ts';
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

/** A bar, and how it ended by the rule. */
export type BarEnding = { item: BarItem; standing: Ended };

/** One bar of a kind for one cause: that of its case, however often its paper is sent. */
export const barId = (kind: BarKind, cause: Bar['cause']): string => idOf('bar', kind, cause.kind, cause.id);

/** A bar as others see it. */
export const shownBar = (id: string, state: BarState, { lifted: _, ...body }: BarBody): Bar => ({
  ...body,
  id,
  state,
});

/** A change as the feed tells it. */
const changeOf = (id: string, body: BarBody): Omit<BarChange, 'sequence'> => ({
  at: body.ended?.at ?? body.beganAt,
  change: body.ended === undefined ? 'began' : body.ended.reason === 'lifted' ? 'lifted' : 'ended',
  bar: id,
  organisation: body.organisation,
  ...(body.organisationName === undefined ? {} : { organisationName: body.organisationName }),
  ground: body.kind,
  paper: body.cause.number,
  node: body.node,
  on: body.ended?.on ?? body.from,
  ...(body.until === undefined || body.ended !== undefined ? {} : { until: body.until }),
  acts: [...barredActs],
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
  const feed = barChanges(table);
  const now = () => clock().toISOString();
  const changed = (item: BarItem, state: BarState, body: BarBody, entry: BarChange | undefined) => [
    {
      type: 'BarEnded' as const,
      data: {
        bar: shownBar(item.id, state, body),
        version: item.version + 1,
        ...(entry === undefined ? {} : { entry }),
      },
    },
  ];
  return {
    ...store,
    changesAfter: feed.after,
    /**
     * The writes that begin a bar, for the transaction of whoever circulates or punishes. For the same cause a second time that
     * transaction fails (`ConditionFailed`): a bar begins once. Throws where a bar of art. 20 would rest on no task: it would end at once.
     */
    async beginning(of: BarBegin, by: By): Promise<Write[]> {
      if (of.kind === 'until-complete' && of.tasks.length === 0)
        throw new Error(`A bar of art. 20 needs the tasks that are overdue (${of.cause.number})`);
      const until = lastDayOf(of.kind, of.from);
      const body: BarBody = { ...of, ...(until === undefined ? {} : { until }), beganAt: now() };
      const id = barId(of.kind, of.cause);
      const told = await feed.appending([changeOf(id, body)]);
      const [entry] = told.entries;
      return store.creation(id, body, {
        action: 'bar.begin',
        by,
        detail: { organisation: of.organisation, kind: of.kind, cause: of.cause, from: of.from },
        events: [
          {
            type: 'BarBegan',
            data: { bar: shownBar(id, 'in-force', body), version: 1, ...(entry && { entry }) },
          },
        ],
        with: told.writes,
      });
    },
    /** The writes that note that bars ended by rule: together, since the feed numbers what one transaction tells. */
    async ending(all: readonly BarEnding[], worker: string): Promise<Write[]> {
      const ended = all.map(({ item, standing: { on, reason } }) => ({
        item,
        body: { ...item.body, ended: { on, at: now(), reason } },
      }));
      const told = await feed.appending(ended.map(({ item, body }) => changeOf(item.id, body)));
      const moved = ended.flatMap(({ item, body }, at) =>
        store.moving(item, 'end', body, {
          action: 'bar.end',
          by: { worker },
          detail: { on: body.ended.on, reason: body.ended.reason },
          events: changed(item, 'ended', body, told.entries[at]),
        }),
      );
      return [...moved, ...told.writes];
    },
    /** Lifts a bar by decision, from today on. Fails with `stale` when somebody was quicker. */
    async lift(item: BarItem, reason: string, by: Caller): Promise<BarItem> {
      const ended = { on: dayOf(clock()), at: now(), reason: 'lifted' as const };
      const body = { ...item.body, lifted: { by: by.name, reason }, ended };
      return againWhenRaced(async () => {
        const told = await feed.appending([changeOf(item.id, body)]);
        return store.move(item, 'lift', body, {
          action: 'bar.lift',
          by,
          detail: { reason },
          events: changed(item, 'lifted', body, told.entries[0]),
          with: told.writes,
        });
      });
    },
  };
};
export type BarStore = ReturnType<typeof barStore>;
