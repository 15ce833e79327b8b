import { lifecycle } from '@geoarchive/domain/lifecycle.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import { auditWrite, type By, listAuditDays } from '@geoarchive/platform/store/audit.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { auditRoutes } from './audit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let table: Table;
let now = new Date('2026-11-24T02:00:00Z');
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  table = await tables.fresh();
  now = new Date('2026-11-24T02:00:00Z');
});

const clock = () => now;
const keeper: By = { sub: 'sub-keeper', name: '王保管' };
type Told = {
  about?: string;
  action?: string;
  by?: By;
  node?: string | undefined;
  detail?: Record<string, unknown>;
};
const tell = async (
  at: string,
  { about = 'D1', action = 'release.propose', by = keeper, ...more }: Told = {},
) => {
  const node = 'node' in more ? more.node : 'NGA';
  const entry = { about, action, by, node, ...(more.detail && { detail: more.detail }) };
  await table.transact([auditWrite(table.name, () => new Date(at), entry)]);
};
const api = () => caller(() => ({ plane: 'archive' as const, clock, table, queues: [] }), auditRoutes);
const auditor = claimsOf('auditor', ['AUDITOR'], { 'custom:node': 'NGA' });
const read = (query: Record<string, string>, claims = auditor, path = '/audit/archive/entries') =>
  api().call({
    path,
    claims,
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])),
  });
const days = { from: '2026-11-20', to: '2026-11-24' };
const found = async (query: Record<string, string>) =>
  ((await read(query)).body['items'] as { at: string; action: string; about: string }[]).filter(
    ({ action }) => !action.startsWith('audit.'),
  );

describe('the trail of days', () => {
  test('is newest first, of days in China', async () => {
    await tell('2026-11-19T15:59:59.999Z', { about: 'before' });
    await tell('2026-11-19T16:00:00.000Z', { about: 'first' });
    await tell('2026-11-22T01:00:00.000Z', { about: 'middle' });
    await tell('2026-11-24T15:59:59.999Z', { about: 'last' });
    await tell('2026-11-24T16:00:00.000Z', { about: 'after' });
    expect((await found(days)).map(({ about }) => about)).toEqual(['last', 'middle', 'first']);
  });

  test('is of the caller’s archive; what belongs to none is asked for by itself', async () => {
    await tell('2026-11-22T01:00:00Z', { about: 'own' });
    await tell('2026-11-22T01:00:00Z', { about: 'other', node: 'HB' });
    await tell('2026-11-22T01:00:00Z', { about: 'dead-letters/inspect', node: undefined });
    expect((await found(days)).map(({ about }) => about)).toEqual(['own']);
    const ofSystem = await found({ ...days, of: 'system' });
    expect(ofSystem.map(({ about }) => about)).toEqual(['dead-letters/inspect']);
  });

  test('is narrowed by person and by action', async () => {
    const other: By = { sub: 'sub-2', name: '李审查' };
    await tell('2026-11-22T01:00:00Z', { about: 'a' });
    await tell('2026-11-22T02:00:00Z', { about: 'b', by: other, action: 'release.decide' });
    await tell('2026-11-22T03:00:00Z', { about: 'c', by: other, action: 'dossier.read' });
    await tell('2026-11-22T04:00:00Z', { about: 'd', by: { worker: 'copy' }, action: 'review.finish' });
    const abouts = async (query: Record<string, string>) =>
      (await found({ ...days, ...query })).map(({ about }) => about).sort();
    expect(await abouts({ person: '李' })).toEqual(['b', 'c']);
    expect(await abouts({ person: 'sub-keeper' })).toEqual(['a']);
    expect(await abouts({ person: 'system:copy' })).toEqual(['d']);
    expect(await abouts({ action: 'release.' })).toEqual(['a', 'b']);
    expect(await abouts({ action: 'release.', person: '李' })).toEqual(['b']);
  });

  test('comes in pages without gap or repetition, over days with many entries and days with none', async () => {
    for (let n = 0; n < 25; n += 1)
      await tell(`2026-11-2${n % 2 === 0 ? 0 : 3}T01:00:${10 + n}Z`, { about: `n${n}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await read({ ...days, limit: '4', ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...(body['items'] as { about: string }[]).map(({ about }) => about));
      cursor = body['cursor'] as string | undefined;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual(Array.from({ length: 25 }, (_, n) => `n${n}`).sort());
    expect(seen.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, n) => `n${23 - 2 * n}`));
  });

  test('looks through so much a call and no more: the cursor goes on where it stopped', async () => {
    const calls: string[] = [];
    const query: Table['query'] = (asked) => {
      calls.push(asked.partition);
      return table.query(asked);
    };
    const counting: Table = { ...table, query };
    await tell('2026-09-01T01:00:00Z', { about: 'rare' });
    const of = { node: 'NGA', from: '2026-09-01', to: '2026-11-24', limit: 50 };
    const first = await listAuditDays(counting, { ...of, cursor: undefined }, () => true);
    expect([first.items, calls.length]).toEqual([[], 31]);
    const second = await listAuditDays(counting, { ...of, cursor: first.cursor }, () => true);
    const third = await listAuditDays(counting, { ...of, cursor: second.cursor }, () => true);
    expect(third.items).toMatchObject([{ about: 'rare' }]);
    expect(third.cursor).toBeUndefined();
    expect(calls).toHaveLength(85);
  });

  test('of days out of order, too many, or with a made-up cursor is refused', async () => {
    for (const wrong of [
      { from: '2026-11-24', to: '2026-11-20' },
      { from: '2026-01-01', to: '2026-11-20' },
      { from: 'yesterday', to: '2026-11-20' },
      { ...days, cursor: 'xyz' },
    ])
      expect((await read(wrong)).status).toBe(400);
  });
});

describe('the trail of one thing', () => {
  const ofThing = (about: string) => read({ about }, auditor, '/audit/archive/thing');
  test('is oldest first', async () => {
    await tell('2026-11-22T01:00:00Z', { action: 'release.propose', detail: { note: '可公开' } });
    await tell('2026-11-22T02:00:00Z', { action: 'release.decide' });
    expect((await ofThing('D1')).body['items']).toMatchObject([
      { action: 'release.propose', detail: { note: '可公开' } },
      { action: 'release.decide' },
    ]);
  });
  test('of another archive, or of nothing, looks as if there were none', async () => {
    await tell('2026-11-22T01:00:00Z', { about: 'OTHER', node: 'HB' });
    expect((await ofThing('OTHER')).status).toBe(404);
    expect((await ofThing('NOTHING')).status).toBe(404);
  });
});

describe('reading', () => {
  test('is itself noted, once a list', async () => {
    for (let n = 0; n < 5; n += 1) await tell(`2026-11-22T01:00:0${n}Z`);
    const { body } = await read({ ...days, limit: '2', person: '王' });
    await read({ ...days, limit: '2', person: '王', cursor: String(body['cursor']) });
    const { body: again } = await read({ ...days, action: 'audit.' });
    expect(again['items']).toMatchObject([
      { action: 'audit.read', about: 'audit', byName: 'auditor', detail: { ...days, person: '王' } },
    ]);
  });
  test('is for auditors of an archive', async () => {
    const without = claimsOf('auditor', ['AUDITOR']);
    expect((await read(days, without)).status).toBe(403);
    const both = claimsOf('both', ['AUDITOR', 'SECRECY_OFFICER'], { 'custom:node': 'NGA' });
    expect((await read(days, both)).status).toBe(403);
    expect((await read(days, auditor, '/audit/intake/entries')).status).toBe(404);
  });
});

test('a thing that says whose it is leaves entries of that archive', async () => {
  const doors = aggregates({
    kind: 'door',
    table,
    clock,
    schema: z.object({ node: z.string() }),
    lifecycle: lifecycle({
      name: 'door',
      initial: 'shut',
      states: { shut: { zh: '关', en: 'Shut' }, wide: { zh: '开', en: 'Open' } },
      moves: {
        open: {
          from: ['shut'],
          to: 'wide',
          by: ['SYSTEM'],
          event: 'DepositCreated',
          label: { zh: '开', en: 'Open' },
        },
      },
    }),
    lists: () => ({}),
  });
  const told = { action: 'door.touch', by: keeper };
  const made = await doors.create('d1', { node: 'NGA' }, told);
  await doors.move(made, 'open', { node: 'NGA' }, told);
  await doors.create('d2', { node: 'HB' }, told);
  expect((await found(days)).map(({ about }) => about)).toEqual(['d1', 'd1']);
});
