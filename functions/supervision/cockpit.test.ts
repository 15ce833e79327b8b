import type { MineralClass } from '@geoarchive/domain/codes/mineral-classes.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import * as z from 'zod';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { cover } from './coverage.ts';
import { queueDaily } from './daily.ts';
import { tallyTasks } from './tally.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' } });
});

const today = '2026-11-22';
const covered = z.object({ node: z.string(), entries: z.number() });
const told = { action: 'test', by: { worker: 'test' } };
const task = async (
  due: string,
  node = 'NGA',
  source: 'other' | 'engineering' = 'other',
  more: { mineral?: MineralClass; organisation?: string } = {},
) => {
  const id = ulid();
  const body = { number: id, name: '某勘查', source, organisation: 'MINE', node, due, deposits: {}, ...more };
  await kit.tasks.create(id, body, told);
  await tallyTasks(kit, [id]);
  return id;
};
const cockpit = async (who: Staff = 'ministry', query: Record<string, string> = {}, node = 'NGA') =>
  (await kit.as(who, { path: '/supervision/cockpit', query: wrapped(query) }, node)).body;
const stock = async (who: Staff = 'ministry', node = 'NGA') =>
  (await kit.as(who, { path: '/supervision/cockpit/stock' }, node)).body;
const nightly = async () => {
  await queueDaily(kit);
  await kit.work();
};
const wrapped = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));

describe('the cockpit', () => {
  test('shows what is due, overdue and submitted, for the ministry over all archives', async () => {
    await task(addDays(today, 30));
    await task(addDays(today, 31), 'HB');
    await task(addDays(today, -1), 'HB', 'engineering');
    await task(addDays(today, -400));
    const handed = await kit.tasks.get(await task(addDays(today, -10)));
    if (handed === undefined) throw new Error('no task');
    await kit.tasks.move(handed, 'receive', handed.body, told);
    await tallyTasks(kit, [handed.id]);
    expect(await cockpit()).toMatchObject({
      today,
      year: 2026,
      due: [
        { days: 30, count: 1 },
        { days: 60, count: 2 },
        { days: 90, count: 2 },
      ],
      overdue: [{ upTo: 30, count: 1 }, { count: 0 }, { count: 0 }, { count: 0 }, { count: 1 }],
      total: { should: 2, submitted: 1, overdue: 2, soon: 2, lastYear: { should: 1, submitted: 0 } },
      byNode: [
        { node: 'NGA', should: 1, submitted: 1, overdue: 1, name: { zh: '全国馆' } },
        { node: 'HB', should: 1, submitted: 0, overdue: 1 },
      ],
      byYear: [
        { period: '2025', should: 1, submitted: 0 },
        { period: '2026', should: 2, submitted: 1, ahead: 2 },
      ],
    });
    expect(await cockpit('ministry', { node: 'HB', year: '2025' })).toMatchObject({
      year: 2025,
      total: { should: 0, overdue: 1 },
      byNode: [{ node: 'HB' }],
    });
  });
  test('is everyone else’s own archive’s, whatever they ask for', async () => {
    await task(addDays(today, -1), 'HB');
    await task(addDays(today, -1), 'NGA');
    await task(addDays(today, -2), 'NGA');
    expect(await cockpit('province', { node: 'NGA' }, 'HB')).toMatchObject({
      total: { overdue: 1 },
      byNode: [{ node: 'HB' }],
    });
    expect((await kit.as('auditor', { path: '/supervision/cockpit' })).status).toBe(403);
  });
  test('the day moves by itself: nothing changes in the counts, and what was due is overdue', async () => {
    await task(today);
    expect(await cockpit()).toMatchObject({ due: [{ count: 1 }, {}, {}], total: { overdue: 0, should: 0 } });
    kit.time.now = new Date('2026-11-23T02:00:00.000Z');
    expect(await cockpit()).toMatchObject({ due: [{ count: 0 }, {}, {}], total: { overdue: 1, should: 1 } });
  });
  test('by class of minerals leads to the lists, with those that name none', async () => {
    const late = addDays(today, -3);
    await task(late, 'NGA', 'other', { mineral: 'precious' });
    await task(late, 'NGA', 'other', { mineral: 'energy', organisation: 'COAL' });
    await task(late);
    await task(addDays(today, -2), 'HB', 'other', { mineral: 'precious', organisation: 'COAL' });
    const body = await cockpit();
    expect(body).toMatchObject({ total: { should: 4, overdue: 4 } });
    const lines = z
      .object({ byMineral: z.array(z.object({ mineral: z.string(), overdue: z.number() })) })
      .parse(body);
    expect(lines.byMineral.filter(({ overdue }) => overdue > 0)).toEqual([
      { mineral: 'energy', overdue: 1 },
      { mineral: 'precious', overdue: 2 },
      { mineral: 'none', overdue: 1 },
    ]);
    const list = async (query: Record<string, string>) =>
      (await kit.as('keeper', { path: '/archive/tasks', query: wrapped(query) })).body['items'];
    expect(await list({ state: 'open', mineral: 'precious', dueTo: late })).toHaveLength(1);
    expect(await list({ mineral: 'none' })).toHaveLength(1);
    expect(await list({ organisation: 'COAL' })).toHaveLength(1);
    expect(await list({ organisation: 'COAL', state: 'open', dueTo: late })).toHaveLength(1);
    expect(await list({ organisation: 'COAL', state: 'open', dueFrom: today })).toEqual([]);
    expect(await list({ organisation: 'COAL', state: 'accepted' })).toEqual([]);
  });
  test('leads to lists that hold as many as it says', async () => {
    for (const back of [1, 30, 31, 90, 91]) await task(addDays(today, -back));
    await task(addDays(today, -31), 'NGA', 'engineering');
    const list = async (query: Record<string, string>) =>
      (await kit.as('keeper', { path: '/archive/tasks', query: wrapped(query) })).body['items'];
    const body = await cockpit('keeper');
    expect(body).toMatchObject({ overdue: [{ count: 2 }, { count: 3 }, { count: 1 }, {}, {}] });
    const dueFrom = addDays(today, -90);
    const dueTo = addDays(today, -31);
    expect(await list({ state: 'open', dueFrom, dueTo })).toHaveLength(3);
    expect(await list({ dueFrom, dueTo, source: 'engineering' })).toHaveLength(1);
    expect(await list({ dueTo: addDays(today, -91) })).toHaveLength(1);
    expect(await list({ dueFrom: addDays(today, -1) })).toHaveLength(1);
    expect(await list({ dueFrom: dueTo, dueTo: dueFrom })).toEqual([]);
  });
});

describe('beside the tasks', () => {
  test('the registers’ coverage and freshness are those of the last recount', async () => {
    expect(await cockpit()).not.toHaveProperty('recount');
    const entry = (number: string, node: string, tasks: object, updatedAt: string, terms = 1) => ({
      kind: 'other' as const,
      number,
      name: '某项目',
      holders: [],
      terms: Array.from({ length: terms }, () => ({ id: 't1', from: '2020-01-01' })),
      happenings: [],
      minerals: [],
      regions: [],
      node,
      tasks: { ...tasks },
      updatedAt,
    });
    const at = '2026-03-01T02:00:00.000Z';
    const items = [
      entry('A', 'HB', { t1: { taskId: 'x', digest: 'd' } }, at),
      entry('B', 'HB', { t1: { taskId: 'x', digest: 'none' } }, '2026-02-01T20:00:00.000Z'),
      entry('C', 'HB', {}, at, 0),
      entry('D', 'NGA', {}, '2026-05-01T20:00:00.000Z'),
    ].map((body) => ({ id: ulid(), state: 'recorded' as const, version: 1, body }));
    // Eight in the evening of universal time is the next day in China.
    expect(cover(cover({}, items.slice(0, 1)), items.slice(1))).toEqual({
      HB: { entries: 2, without: 1, changedOn: '2026-03-01' },
      NGA: { entries: 1, without: 1, changedOn: '2026-05-02' },
    });
    for (const { id, body } of items) await kit.registers.create(id, body, told);
    await queueDaily(kit);
    await kit.work();
    const wanted = items.length - 1;
    const { recount } = z
      .object({ recount: z.object({ coverage: z.array(covered) }) })
      .parse(await cockpit());
    expect(recount.coverage.reduce((sum, { entries }) => sum + entries, 0)).toBe(wanted);
    expect(await cockpit('province', {}, 'HB')).toMatchObject({
      recount: { coverage: recount.coverage.filter(({ node }) => node === 'HB') },
    });
  });
  test('the night’s stock: who has most overdue tasks, and what they submitted of the last year’s', async () => {
    expect(await stock()).toEqual({ items: [] });
    const late = addDays(today, -3);
    for (const organisation of ['B', 'A', 'B', 'C']) await task(late, 'NGA', 'other', { organisation });
    // Of long ago: overdue, but not of the last year. Another archive’s, today’s, and what was handed in are not overdue.
    await task(addDays(today, -800), 'NGA', 'other', { organisation: 'B' });
    await task(late, 'HB', 'other', { organisation: 'B' });
    await task(today, 'NGA', 'other', { organisation: 'C' });
    const done = await kit.tasks.get(await task(late, 'NGA', 'other', { organisation: 'B' }));
    if (done === undefined) throw new Error('no task');
    await kit.tasks.move(done, 'receive', done.body, told);
    await nightly();
    const none = { should: 1, submitted: 0, overdue: 1 };
    expect(await stock()).toMatchObject({
      items: [
        {
          node: 'NGA',
          name: { zh: '全国馆' },
          asOf: '2026-11-22T02:00:00.000Z',
          parties: 3,
          complete: true,
          holders: [
            { organisation: 'B', overdue: 3, should: 3, submitted: 1 },
            { organisation: 'A', ...none },
            { organisation: 'C', ...none },
          ],
        },
        { node: 'HB', parties: 1, holders: [{ organisation: 'B', ...none }] },
      ],
    });
    expect(await stock('province', 'HB')).toMatchObject({ items: [{ node: 'HB' }] });
  });
  test('what the night could not reckon is told to the ministry, with the job that names it', async () => {
    const row = {
      ...{ kind: 'other', number: 'P1', name: '某项目', holder: 'A', regions: ['420100'] },
      ...{ from: '2022-03-01', to: '2027-03-01' },
    };
    const bring = async (of: object) => {
      const path = `/supervision/registers/imports/${ulid()}`;
      await kit.as('ministry', { method: 'PUT', path: `${path}/batches/1`, body: { rows: [of] } });
      await kit.as('ministry', { method: 'POST', path, body: { batches: 1, subject: 'x' } });
      await kit.work();
    };
    const names = { zh: '湖北馆', en: 'Hubei' };
    kit.settings.nodes = [...kit.settings.nodes.slice(0, 1), { code: 'HB', province: '42', name: names }];
    await bring(row);
    await nightly();
    expect(await cockpit()).not.toHaveProperty('hindered');
    const of = {
      number: 'P1-t1',
      name: 'x',
      source: 'other',
      organisation: 'A',
      due: '2027-01-01',
      deposits: {},
    } as const;
    const id = ulid();
    await kit.tasks.create(
      id,
      { ...of, node: 'NGA' },
      { ...told, with: [kit.tasks.claiming('NGA', of.number, id)] },
    );
    // What nothing but the next night reckons: the archive of the region is closed.
    kit.settings.nodes = kit.settings.nodes.filter(({ code }) => code !== 'HB');
    kit.time.now = new Date('2026-11-23T02:00:00Z');
    await nightly();
    const { hindered } = await cockpit();
    expect(hindered).toMatchObject({ count: 1 });
    const { job } = z.object({ job: z.string() }).parse(hindered);
    expect((await kit.as('ministry', { path: `/jobs/${job}` })).body).toMatchObject({
      state: 'done',
      notes: [expect.stringMatching(/^P1: NGA .*P1-t1/)],
    });
    expect(await cockpit('province')).not.toHaveProperty('hindered');
  });
  test('the night’s stock: the chasing work of each archive, for its province and the ministry', async () => {
    await task(addDays(today, -40), 'NGA', 'other', { organisation: 'A' });
    await task(addDays(today, -10), 'NGA', 'other', { organisation: 'A' });
    await kit.as('province', {
      method: 'POST',
      path: '/supervision/chases',
      body: { organisation: 'A', text: '' },
    });
    await nightly();
    const counts = { demand: 1, order: 0, propose: 0, fine: 0, circulate: 0 };
    expect(await stock()).toMatchObject({
      items: [
        {
          node: 'NGA',
          chasing: {
            states: { demanded: 1 },
            papers: [
              { days: 30, counts },
              { days: 90, counts },
            ],
            medianDays: 40,
          },
        },
        { node: 'HB', chasing: { states: {} } },
      ],
    });
  });
  test('the clocks of the archives: checks and publications past their day', async () => {
    await kit.review({ clock: { from: '2026-11-10', pauses: [] } });
    await kit.review({ node: 'HB', clock: { from: '2026-11-20', pauses: [] } });
    await kit.dossier({ node: 'HB' });
    const clocks = async (who: Staff, node: string) =>
      (await kit.as(who, { path: '/archive/overview/late' }, node)).body['items'];
    expect(await clocks('ministry', 'NGA')).toMatchObject([
      { node: 'NGA', checkOverdue: 1, releaseOverdue: 0, transferOverdue: 0, transferSoon: 0 },
      { node: 'HB', checkOverdue: 0, releaseOverdue: 1, transferOverdue: 0, transferSoon: 0 },
    ]);
    expect(await clocks('province', 'HB')).toMatchObject([{ node: 'HB' }]);
  });
});
