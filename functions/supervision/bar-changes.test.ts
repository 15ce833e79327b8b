import type { BarChange } from '@geoarchive/contract/bar-parts.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { taskSettled } from './bar-ending.ts';
import { type BarBegin, barId } from './bar-store.ts';
import { queueDaily } from './daily.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

const by = { worker: 'test' };
const caller = { sub: 'sub-ministry', username: 'ministry', name: 'ministry', roles: [] };
const circular = (organisation: string, more: Partial<BarBegin> = {}): BarBegin => ({
  ...{ organisation, node: 'NGA', kind: 'until-complete', from: '2026-11-22' },
  cause: { kind: 'chase', id: ulid(), number: 'TB-NGA-2026-000001' },
  tasks: [{ id: ulid(), number: 'RW-1', due: '2026-06-30' }],
  ...more,
});
/** Begins a bar, anew when another took the number. */
const begin = async (of: BarBegin): Promise<string> => {
  await againWhenRaced(async () => kit.table.transact(await kit.bars.beginning(of, by)), 50);
  return barId(of.kind, of.cause);
};
const lift = async (id: string) => {
  const item = await kit.bars.get(id);
  if (item === undefined) throw new Error('no bar');
  return kit.bars.lift(item, '申诉成立', caller);
};
const told = (of: readonly BarChange[]) => of.map(({ sequence, change, bar }) => [sequence, change, bar]);
const read = async (query: Record<string, string[]> = {}) => {
  const { body } = await kit.as('registry', { path: '/supervision/eligibility/changes', query }, '');
  // The kit's replies are what the route's schema gave.
  return body as unknown as { items: BarChange[]; last: number; more: boolean };
};

test('a beginning, an end and a lifting are told in their order, with article, acts and days', async () => {
  const first = await begin(circular('MINE', { organisationName: '某矿' }));
  const second = await begin(circular('FRAUD', { kind: 'two-years', tasks: [] }));
  await lift(first);
  kit.time.now = new Date('2028-11-23T02:00:00Z');
  await queueDaily(kit);
  await kit.work();
  const { items } = await read();
  expect(told(items)).toEqual([
    [1, 'began', first],
    [2, 'began', second],
    [3, 'lifted', first],
    [4, 'ended', second],
  ]);
  expect(items[0]).toMatchObject({
    ...{ organisation: 'MINE', organisationName: '某矿', ground: 'until-complete', on: '2026-11-22' },
    ...{ paper: 'TB-NGA-2026-000001', acts: ['new-exploration-right', 'new-mining-right', 'state-project'] },
  });
  expect(items[1]).toMatchObject({ ground: 'two-years', until: '2028-11-22' });
  expect(items[3]).toMatchObject({ on: '2028-11-23' });
  expect(items[3]).not.toHaveProperty('until');
});

test('what does not come about is not told: a bar for the same cause, an end that somebody else made', async () => {
  const of = circular('MINE');
  const id = await begin(of);
  await expect(kit.table.transact(await kit.bars.beginning(of, by))).rejects.toThrow(ConditionFailed);
  const item = await kit.bars.get(id);
  if (item === undefined) throw new Error('no bar');
  await lift(id);
  const standing = { is: 'ended', on: '2026-11-23', reason: 'submitted' } as const;
  await expect(kit.table.transact(await kit.bars.ending([{ item, standing }], 'test'))).rejects.toThrow(
    ConditionFailed,
  );
  expect(told((await read()).items)).toEqual([
    [1, 'began', id],
    [2, 'lifted', id],
  ]);
});

test('many at once: every number once, none left out, and no bar ends before it began', async () => {
  const open = await Promise.all(Array.from({ length: 6 }, (_, n) => begin(circular(`OLD-${n}`))));
  // Some are lifted, some end with their tasks, others begin: all in the same instant.
  const settled = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const id = ulid();
      const body = { number: `RW-${id}`, name: '某勘查', source: 'other' as const, node: 'NGA' };
      const task = { ...body, organisation: `DONE-${n}`, due: '2026-06-30', deposits: {} };
      const made = await kit.tasks.create(id, task, { action: 'test', by });
      const bar = await begin(
        circular(`DONE-${n}`, { tasks: [{ id, number: body.number, due: '2026-06-30' }] }),
      );
      const moved = await kit.tasks.move(made, 'withdraw', made.body, { action: 'test', by });
      return { bar, task: kit.tasks.shown(id, moved.state, moved.body), version: moved.version };
    }),
  );
  const told = await Promise.allSettled([
    ...open.map(lift),
    ...settled.flatMap(({ task, version }) => [
      taskSettled(kit, { task, version }),
      taskSettled(kit, { task, version }),
    ]),
    ...Array.from({ length: 6 }, (_, n) => begin(circular(`NEW-${n}`))),
  ]);
  // Whoever lost too often is sent again, as a queue or a person would.
  for (const { task, version } of settled) await taskSettled(kit, { task, version });
  for (const id of open) if ((await kit.bars.get(id))?.state === 'in-force') await lift(id);
  expect(told.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(6);
  const items = await kit.bars.changesAfter(0, 1000);
  expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, at) => at + 1));
  const of = (bar: string) => items.filter((item) => item.bar === bar).map(({ change }) => change);
  for (const bar of open) expect(of(bar)).toEqual(['began', 'lifted']);
  for (const { bar } of settled) expect(of(bar)).toEqual(['began', 'ended']);
  expect(items).toHaveLength(30);
});

test('the daily job ends more than fit into one step, each told once', async () => {
  const until: Partial<BarBegin> = { kind: 'two-years', tasks: [] };
  for (let n = 0; n < 23; n += 1) await begin(circular(`F-${n}`, until));
  kit.time.now = new Date('2028-11-23T02:00:00Z');
  await queueDaily(kit);
  await kit.work();
  const items = await kit.bars.changesAfter(23, 1000);
  expect(items.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 23 }, (_, at) => at + 24));
  expect(new Set(items.map(({ bar, change }) => `${change} ${bar}`)).size).toBe(23);
});

test('is read page by page, going on after the last; what was given is in the trail, an empty page is not', async () => {
  for (let n = 0; n < 5; n += 1) await begin(circular(`M-${n}`));
  const seen: number[] = [];
  let page = await read({ limit: ['2'] });
  for (; page.more; page = await read({ limit: ['2'], after: [String(page.last)] }))
    seen.push(...page.items.map(({ sequence }) => sequence));
  seen.push(...page.items.map(({ sequence }) => sequence));
  expect(seen).toEqual([1, 2, 3, 4, 5]);
  expect(await read({ after: ['5'] })).toMatchObject({ items: [], last: 5, more: false });
  const { items } = await listAuditOf(kit.table, 'eligibility-changes', { cursor: undefined, limit: 10 });
  expect(items.map(({ detail }) => detail['last']).toSorted()).toEqual([2, 4, 5]);
  const refused = await kit.as('auditor', { path: '/supervision/eligibility/changes' });
  expect(refused.status).toBe(403);
});
