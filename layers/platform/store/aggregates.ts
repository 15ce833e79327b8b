import type { EventData, EventType } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { canMove, type Lifecycle } from '@geoarchive/domain/lifecycle.ts';
import * as z from 'zod';
import { Problem } from '../problem.ts';
import { auditWrite, type By } from './audit.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { outboxWrite } from './outbox.ts';
import { ConditionFailed, type Row, type Table, type Write } from './table.ts';

/** A stored thing with a life: its state moves along its lifecycle, its version guards against lost updates. */
export type Item<B, S extends string> = { id: string; state: S; version: number; body: B };

/** Where a thing is listed: up to three lists, each a partition and a sort text. */
export type Lists = Partial<Record<'gsi1' | 'gsi2' | 'gsi3', { in: string; by: string }>>;

export type EventToRaise = { [T in EventType]: { type: T; data: EventData<T> } }[EventType];
export type Told = {
  action: string;
  by: By;
  detail?: Record<string, unknown>;
  events?: EventToRaise[];
  with?: Write[];
};

/** A thing of an archive says so in its body; the audit entry is then that archive's. */
const ofNode = z.object({ node: z.string() });

/** Rows of before the instant was kept have none: they are older than any that is asked for. */
const changed = z.object({ changedAt: z.string().default('') });
const isChangedBefore = (row: Row, instant: string): boolean => changed.parse(row).changedAt < instant;

const listFields = (lists: Lists): Row =>
  Object.fromEntries(
    Object.entries(lists).flatMap(([index, place]) => [
      [`${index}pk`, place.in],
      [`${index}sk`, place.by],
    ]),
  );

/**
 * The store of one kind of thing in a plane's table. Each change is one transaction of: the new state under its condition, the
 * events, the audit entry, and what else belongs to it (`with`: numbers, other things).
 */
export const aggregates = <B, S extends string, M extends string>(of: {
  kind: string;
  table: Table;
  clock: Clock;
  schema: z.ZodType<B>;
  lifecycle: Lifecycle<S, M>;
  lists: (item: Item<B, S>) => Lists;
}) => {
  const key = (id: string) => ({ pk: `${of.kind}#${id}`, sk: 'item' });
  const isState = (text: string): text is S => Object.hasOwn(of.lifecycle.states, text);
  const stored = z.object({ id: z.string(), state: z.string(), version: z.number(), body: z.unknown() });

  const read = (row: Row): Item<B, S> => {
    const { id, state, version, body } = stored.parse(row);
    if (!isState(state)) throw new Error(`${of.kind} ${id} is in the unknown state ${state}`);
    return { id, state, version, body: of.schema.parse(body) };
  };
  const row = (item: Item<B, S>): Row => ({
    ...key(item.id),
    kind: of.kind,
    ...item,
    // Not part of the thing: a replay goes by it.
    changedAt: of.clock().toISOString(),
    ...listFields(of.lists(item)),
  });
  const told = ({ id, body }: Pick<Item<B, S>, 'id' | 'body'>, tell: Told): Write[] => [
    ...(tell.events ?? []).map((event) => outboxWrite(of.table.name, of.clock, event.type, event.data)),
    auditWrite(of.table.name, of.clock, {
      about: id,
      action: tell.action,
      by: tell.by,
      detail: tell.detail,
      node: ofNode.safeParse(body).data?.node,
    }),
    ...(tell.with ?? []),
  ];
  const replace = (before: Item<B, S>, after: Item<B, S>): Write => ({
    Put: {
      TableName: of.table.name,
      Item: row(after),
      ConditionExpression: '#s = :state AND version = :version',
      ExpressionAttributeNames: { '#s': 'state' },
      ExpressionAttributeValues: { ':state': before.state, ':version': before.version },
    },
  });
  const insert = (item: Item<B, S>): Write => ({
    Put: { TableName: of.table.name, Item: row(item), ConditionExpression: 'attribute_not_exists(pk)' },
  });
  const after = (item: Item<B, S>, state: S, body: B): Item<B, S> => ({
    id: item.id,
    state,
    version: item.version + 1,
    body: of.schema.parse(body),
  });
  /** The first write is the thing itself: its condition failing means that somebody else changed it. */
  const commit = async (writes: Write[]): Promise<void> => {
    try {
      await of.table.transact(writes);
    } catch (error) {
      if (error instanceof ConditionFailed && error.at[0] === 0) throw new Problem('stale');
      throw error;
    }
  };

  return {
    read,
    async get(id: string): Promise<Item<B, S> | undefined> {
      const found = await of.table.get(key(id));
      return found === undefined ? undefined : read(found);
    },
    async list(
      index: 'gsi1' | 'gsi2' | 'gsi3',
      partition: string,
      page: {
        cursor?: string | undefined;
        limit?: number | undefined;
        newestFirst?: boolean;
        /** How the sort text begins. */
        prefix?: string | undefined;
        /** From one sort text to another, both included. */
        range?: readonly [from: string, to: string] | undefined;
        /** Leaves out of the page what was changed at this instant or later. */
        changedBefore?: string | undefined;
      },
    ): Promise<{ items: Item<B, S>[]; cursor?: string }> {
      const { rows, next } = await of.table.query({
        index,
        partition,
        start: fromCursor(page.cursor),
        limit: page.limit,
        newestFirst: page.newestFirst,
        range: page.range,
        ...(page.prefix === undefined ? {} : { prefix: page.prefix }),
      });
      const cursor = toCursor(next);
      const { changedBefore } = page;
      const wanted =
        changedBefore === undefined ? rows : rows.filter((one) => isChangedBefore(one, changedBefore));
      return { items: wanted.map(read), ...(cursor === undefined ? {} : { cursor }) };
    },
    /** The writes of a creation, for a transaction of another thing. */
    creation(id: string, body: B, tell: Told, state: S = of.lifecycle.initial): Write[] {
      const item = { id, state, version: 1, body: of.schema.parse(body) };
      return [insert(item), ...told(item, tell)];
    },
    async create(id: string, body: B, tell: Told, state: S = of.lifecycle.initial): Promise<Item<B, S>> {
      const item: Item<B, S> = { id, state, version: 1, body: of.schema.parse(body) };
      await commit([insert(item), ...told(item, tell)]);
      return item;
    },
    async change(item: Item<B, S>, body: B, tell: Told): Promise<Item<B, S>> {
      const changed = after(item, item.state, body);
      await commit([replace(item, changed), ...told(changed, tell)]);
      return changed;
    },
    /** The writes of a change, for a transaction of another thing. */
    changing(item: Item<B, S>, body: B, tell: Told): Write[] {
      const changed = after(item, item.state, body);
      return [replace(item, changed), ...told(changed, tell)];
    },
    /** The writes of a move, for a transaction of another thing. Throws a Problem when the lifecycle does not allow it. */
    moving(item: Item<B, S>, move: M, body: B, tell: Told): Write[] {
      if (!canMove(of.lifecycle, move, item.state)) throw wrongState(of.lifecycle, move, item.state);
      const moved = after(item, of.lifecycle.moves[move].to, body);
      return [replace(item, moved), ...told(moved, tell)];
    },
    /** Fails with `wrong-state` when the move cannot start now: before work that should then not be begun. */
    expect(item: Item<B, S>, move: M): void {
      if (!canMove(of.lifecycle, move, item.state)) throw wrongState(of.lifecycle, move, item.state);
    },
    /** Moves the thing. Fails with `wrong-state` when the lifecycle forbids it and `stale` when somebody was quicker. */
    async move(item: Item<B, S>, move: M, body: B, tell: Told): Promise<Item<B, S>> {
      if (!canMove(of.lifecycle, move, item.state)) throw wrongState(of.lifecycle, move, item.state);
      const moved = after(item, of.lifecycle.moves[move].to, body);
      await commit([replace(item, moved), ...told(moved, tell)]);
      return moved;
    },
  };
};

const wrongState = <S extends string, M extends string>(of: Lifecycle<S, M>, move: M, state: S): Problem => {
  const label = of.moves[move].label;
  const now = of.states[state];
  return new Problem('wrong-state', {
    zh: `当前状态为“${now.zh}”，不能“${label.zh}”。`,
    en: `It is "${now.en}" now, so "${label.en}" is not possible.`,
  });
};

/** Fails with `stale` when the caller's version (If-Match) is not the present one. */
export const expectVersion = (item: { version: number }, ifMatch: number | undefined): void => {
  if (ifMatch !== undefined && ifMatch !== item.version) throw new Problem('stale');
};
