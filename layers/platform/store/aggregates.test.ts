import { lifecycle } from '@geoarchive/domain/lifecycle.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { startTestTables, type TestTables } from '../testing/table.ts';
import { aggregates, expectVersion, type Told } from './aggregates.ts';
import { listAuditOf } from './audit.ts';
import { nextNumber } from './counter.ts';
import { ConditionFailed, type Table } from './table.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
const doors = lifecycle({
  name: 'door',
  initial: 'shut',
  states: { shut: { zh: '关', en: 'Shut' }, open: { zh: '开', en: 'Open' }, gone: { zh: '拆', en: 'Gone' } },
  moves: {
    open: { from: ['shut'], to: 'open', by: ['SYSTEM'], event: 'x', label: { zh: '打开', en: 'Open it' } },
    shut: { from: ['open'], to: 'shut', by: ['SYSTEM'], event: 'x', label: { zh: '关上', en: 'Shut it' } },
    remove: {
      from: ['shut'],
      to: 'gone',
      by: ['SYSTEM'],
      event: 'x',
      label: { zh: '拆除', en: 'Remove it' },
    },
  },
});
const schema = z.object({ house: z.string(), colour: z.string() });
const now = new Date('2026-11-22T02:00:00Z');
const ulidLike = '01KAHZ6YB8Q5T2W9X3C7V4N6M1';
const tell: Told = {
  action: 'door.touch',
  by: { worker: 'test' },
  detail: { why: '试' },
  events: [{ type: 'DepositCreated', data: { depositId: ulidLike, round: 1 } }],
};
const body = { house: 'h1', colour: '红' };

let tables: TestTables;
let table: Table;
const store = () =>
  aggregates({
    kind: 'door',
    table,
    clock: () => now,
    schema,
    lifecycle: doors,
    lists: ({ id, state, body: of }) => ({
      gsi1: { in: `doors#${of.house}`, by: id },
      ...(state === 'open' ? { gsi2: { in: 'open-doors', by: id } } : {}),
    }),
  });
const rows = async (prefix: string) =>
  (await tables.all(table)).filter((row) => String(row['pk']).startsWith(prefix));
const counts = async () => ({
  audit: (await rows('audit#')).length,
  outbox: (await rows('outbox')).length,
  doors: (await rows('door#')).length,
});

beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  table = await tables.fresh();
});

describe('a thing with a life', () => {
  test('is created in its first state, with event and audit entry', async () => {
    const made = await store().create('d1', body, tell);
    expect(made).toEqual({ id: 'd1', state: 'shut', version: 1, body });
    expect(await store().get('d1')).toEqual(made);
    expect(await counts()).toEqual({ audit: 1, outbox: 1, doors: 1 });
    expect((await rows('outbox'))[0]?.['event']).toMatchObject({
      type: 'DepositCreated',
      at: now.toISOString(),
    });
    expect((await listAuditOf(table, 'd1', { cursor: undefined, limit: 10 })).items).toEqual([
      {
        at: now.toISOString(),
        about: 'd1',
        action: 'door.touch',
        by: 'system:test',
        byName: 'test',
        detail: { why: '试' },
      },
    ]);
  });

  test('cannot be created twice: the second leaves nothing', async () => {
    await store().create('d1', body, tell);
    await expect(store().create('d1', { ...body, colour: '蓝' }, tell)).rejects.toMatchObject({
      name: 'Problem',
    });
    expect((await store().get('d1'))?.body.colour).toBe('红');
    expect(await counts()).toEqual({ audit: 1, outbox: 1, doors: 1 });
  });

  test('moves along, counts its versions and changes its lists', async () => {
    const made = await store().create('d1', body, tell);
    const opened = await store().move(made, 'open', { ...body, colour: '蓝' }, tell);
    expect(opened).toEqual({ id: 'd1', state: 'open', version: 2, body: { ...body, colour: '蓝' } });
    expect((await store().list('gsi2', 'open-doors', {})).items).toEqual([opened]);
    await store().move(opened, 'shut', body, tell);
    expect((await store().list('gsi2', 'open-doors', {})).items).toEqual([]);
    expect(await counts()).toEqual({ audit: 3, outbox: 3, doors: 1 });
  });

  test('an illegal move is refused and says why, in both languages', async () => {
    const made = await store().create('d1', body, tell);
    await expect(store().move(made, 'shut', body, tell)).rejects.toMatchObject({
      kind: 'wrong-state',
      detail: { zh: '当前状态为“关”，不能“关上”。', en: 'It is "Shut" now, so "Shut it" is not possible.' },
    });
    expect(await counts()).toEqual({ audit: 1, outbox: 1, doors: 1 });
  });

  test.each(['move', 'change'] as const)('a %s of what is out of date leaves nothing', async (how) => {
    const old = await store().create('d1', body, tell);
    await store().change(old, { ...body, colour: '蓝' }, tell);
    const before = await counts();
    const late = how === 'move' ? store().move(old, 'open', body, tell) : store().change(old, body, tell);
    await expect(late).rejects.toMatchObject({ kind: 'stale' });
    expect(await counts()).toEqual(before);
    expect(await store().get('d1')).toMatchObject({ state: 'shut', version: 2, body: { colour: '蓝' } });
  });

  test('of many who move it at once, one wins', async () => {
    const made = await store().create('d1', body, tell);
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, () => store().move(made, 'open', body, tell)),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await counts()).toEqual({ audit: 2, outbox: 2, doors: 1 });
  });

  test('what the schema forbids is never stored', async () => {
    const wrong = JSON.parse('{"house":"h1"}');
    await expect(store().create('d1', wrong, tell)).rejects.toThrow();
    expect(await counts()).toEqual({ audit: 0, outbox: 0, doors: 0 });
  });

  test('an event that does not fit its schema stops the change', async () => {
    const events: Told['events'] = [{ type: 'DepositCreated', data: { depositId: 'no ulid', round: 1 } }];
    await expect(store().create('d1', body, { ...tell, events })).rejects.toThrow();
    expect(await counts()).toEqual({ audit: 0, outbox: 0, doors: 0 });
  });

  test('two things in one transaction: both or neither', async () => {
    const first = await store().create('d1', body, tell);
    const second = await store().create('d2', body, tell);
    await store().change(second, body, tell);
    const more = { ...tell, with: store().moving(second, 'open', body, tell) };
    await expect(store().move(first, 'open', body, more)).rejects.toBeInstanceOf(ConditionFailed);
    expect(await store().get('d1')).toMatchObject({ state: 'shut', version: 1 });
    expect(await counts()).toEqual({ audit: 3, outbox: 3, doors: 2 });
  });

  test('a state nobody knows is an error, not a guess', async () => {
    await table.writeMany([{ pk: 'door#d9', sk: 'item', id: 'd9', state: 'ajar', version: 1, body }]);
    await expect(store().get('d9')).rejects.toThrow(/ajar/);
    expect(await store().get('d8')).toBeUndefined();
  });
});

describe('lists', () => {
  const ids = Array.from({ length: 7 }, (_, n) => `d${n}`);
  beforeEach(async () => {
    for (const id of ids) await store().create(id, body, tell);
  });
  const walk = async (limit: number, newestFirst: boolean) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store().list('gsi1', 'doors#h1', { cursor, limit, newestFirst });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return seen;
  };

  test.each([1, 2, 3, 7, 100])('pages of %i show each once, in order', async (limit) => {
    expect(await walk(limit, false)).toEqual(ids);
    expect(await walk(limit, true)).toEqual(ids.toReversed());
  });

  test('a cursor stays good when something is inserted before and after it', async () => {
    const first = await store().list('gsi1', 'doors#h1', { limit: 3 });
    await store().create('d11', body, tell);
    await store().create('d31', body, tell);
    const rest = await store().list('gsi1', 'doors#h1', { cursor: first.cursor, limit: 100 });
    const seen = [...first.items, ...rest.items].map(({ id }) => id);
    expect(seen).toEqual(['d0', 'd1', 'd2', 'd3', 'd31', 'd4', 'd5', 'd6']);
  });

  test('counting does not depend on pages', async () => {
    expect(await table.count('gsi1', 'doors#h1')).toBe(7);
    expect(await table.count('gsi1', 'doors#h1', 'd3')).toBe(3);
    expect(await table.count('gsi1', 'doors#none')).toBe(0);
  });
});

describe('numbers', () => {
  const take = async (by: string): Promise<number> => {
    for (;;) {
      const { value, take: write } = await nextNumber(table, 'archive#n0001');
      try {
        const used = { pk: `used#${value}`, sk: 'item', by };
        await table.transact([
          write,
          { Put: { TableName: table.name, Item: used, ConditionExpression: 'attribute_not_exists(pk)' } },
        ]);
        return value;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
  };

  test('twenty takers at once get twenty numbers without a gap', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, (_, n) => take(`t${n}`)));
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await rows('used#')).toHaveLength(20);
  });

  test('several are taken at once', async () => {
    const { value, take: write } = await nextNumber(table, 'archive#n0003', 5);
    await table.transact([write]);
    expect([value, (await nextNumber(table, 'archive#n0003')).value]).toEqual([1, 6]);
  });

  test('a number not used is not lost', async () => {
    expect((await nextNumber(table, 'archive#n0001')).value).toBe(1);
    expect(await take('a')).toBe(1);
    expect((await nextNumber(table, 'archive#n0001')).value).toBe(2);
    expect((await nextNumber(table, 'archive#n0002')).value).toBe(1);
  });
});

describe('the table', () => {
  test('many rows are written, read and removed in parts', async () => {
    const puts = Array.from({ length: 130 }, (_, n) => ({ pk: 'many', sk: String(n).padStart(3, '0'), n }));
    await table.writeMany(puts);
    const keys = puts.map(({ pk, sk }) => ({ pk, sk }));
    const found = await table.getMany([...keys, { pk: 'many', sk: 'none' }]);
    expect(found.map((row) => row['n']).sort((a, b) => Number(a) - Number(b))).toEqual(
      puts.map(({ n }) => n),
    );
    const each: unknown[] = [];
    for await (const row of table.each('many', '05')) each.push(row['n']);
    expect(each).toEqual([50, 51, 52, 53, 54, 55, 56, 57, 58, 59]);
    await table.writeMany([], keys);
    expect(await tables.all(table)).toEqual([]);
  });

  test('a condition that fails says where', async () => {
    await table.writeMany([{ pk: 'a', sk: 'a' }]);
    const put = (pk: string) => ({
      Put: {
        TableName: table.name,
        Item: { pk, sk: 'a' },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    });
    await expect(table.transact([put('b'), put('a')])).rejects.toEqual(new ConditionFailed([1]));
    await expect(table.transact([put('b'), put('a')])).rejects.toMatchObject({ at: [1] });
    expect(await table.get({ pk: 'b', sk: 'a' })).toBeUndefined();
  });

  test('an update gives the row after it; its condition is told apart', async () => {
    const change = {
      UpdateExpression: 'ADD n :one',
      ConditionExpression: 'attribute_not_exists(n) OR n < :two',
      ExpressionAttributeValues: { ':one': 1, ':two': 2 },
    };
    const key = { pk: 'c', sk: 'c' };
    expect(await table.update(key, change)).toEqual({ ...key, n: 1 });
    expect(await table.update(key, change)).toEqual({ ...key, n: 2 });
    await expect(table.update(key, change)).rejects.toBeInstanceOf(ConditionFailed);
  });
});

test('If-Match: only another version than the present one is refused', () => {
  expect(() => expectVersion({ version: 3 }, undefined)).not.toThrow();
  expect(() => expectVersion({ version: 3 }, 3)).not.toThrow();
  expect(() => expectVersion({ version: 3 }, 2)).toThrow(expect.objectContaining({ kind: 'stale' }));
});
