import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { auditOf, eventsIn } from '../testing/written.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

const path = (list: string, more = '') => `/codes/lists/${list}${more}`;
const read = async (at: string, query: Record<string, string> = {}) => {
  const asked = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
  return (await kit.as('checker', { path: at, query: asked })).body;
};
const entries = async (list: string, query: Record<string, string> = {}) =>
  (await read(path(list, '/entries'), query))['items'];
const post = (
  at: string,
  body: object,
  { version, who = 'ministry' }: { version?: number; who?: Staff } = {},
) => {
  // Entries of one instant stand in any order.
  kit.time.now = new Date(kit.time.now.getTime() + 1000);
  return kit.as(who, {
    method: 'POST',
    path: at,
    body,
    ...(version === undefined ? {} : { headers: { 'If-Match': `"${version}"` } }),
  });
};
const edit = (list: string, what: object, version?: number) =>
  post(path(list, '/edits'), { edit: what, reason: '按通知' }, version === undefined ? {} : { version });
const name = (text: string) => ({ zh: text, en: text });
const tellurium = { kind: 'add', slug: 'tellurium', code: '', name: name('碲矿'), parent: 'rare' };

test('every list says what it is, how many count and how many have a code', async () => {
  const { items } = await read('/codes/lists');
  expect(items).toHaveLength(11);
  expect(items).toContainEqual(
    expect.objectContaining({
      id: 'regions',
      counts: { entries: expect.any(Number), valid: 34 + 3182, coded: 34 + 3182 },
      version: 0,
      edits: 0,
    }),
  );
  expect(items).toContainEqual(
    expect.objectContaining({ id: 'work-degrees', counts: { entries: 16, valid: 15, coded: 0 } }),
  );
  expect(items).toContainEqual(
    expect.objectContaining({
      id: 'archives',
      fixed: expect.anything(),
      counts: expect.objectContaining({ valid: 1 }),
    }),
  );
});

describe('entries', () => {
  test('are found by words in either language, by a day and by what they belong to', async () => {
    expect(await entries('minerals', { q: 'ＣＯＰＰＥＲ' })).toMatchObject([
      {
        slug: 'copper',
        parent: { slug: 'non-ferrous', name: { zh: '有色金属矿产' } },
        edited: false,
        below: 0,
      },
    ]);
    expect(await entries('minerals', { parent: '-' })).toHaveLength(7);
    expect(await entries('work-degrees', { q: '预查', on: '2020-04-30' })).toHaveLength(1);
    expect(await entries('work-degrees', { q: '预查', on: '2020-05-01' })).toEqual([]);
  });

  test('of regions go from province to city to county, with what was abolished', async () => {
    expect(await entries('regions', { parent: '-' })).toHaveLength(34);
    const cities = await entries('regions', { parent: '420000', on: '2026-11-22' });
    expect(cities).toContainEqual(expect.objectContaining({ slug: '420600', name: name('襄阳市') }));
    expect(cities).toContainEqual(expect.objectContaining({ slug: '429004', below: 0 }));
    expect(await entries('regions', { parent: '420600', q: '枣阳' })).toMatchObject([{ slug: '420683' }]);
    expect(await entries('regions', { q: '密云' })).toMatchObject([
      { slug: '110118' },
      { slug: '110228', replacedBy: [{ slug: '110118', name: name('密云区') }] },
    ]);
  });

  test('come page by page', async () => {
    const first = await read(path('minerals', '/entries'), { limit: '50' });
    const second = await read(path('minerals', '/entries'), { limit: '50', cursor: String(first['cursor']) });
    expect(first['items']).toHaveLength(50);
    expect(second).not.toHaveProperty('cursor');
    expect([first['items'], second['items']].flat()).toEqual(await entries('minerals'));
  });
});

test('an entry is added, renamed, retired; each says who, when and why, and is taken back', async () => {
  const { counts } = await read(path('minerals'));
  expect((await edit('minerals', tellurium, 0)).body).toMatchObject({
    version: 1,
    edits: 1,
    edited: { by: 'ministry', reason: '按通知', at: '2026-11-22T02:00:01.000Z' },
  });
  expect(await entries('minerals', { q: '碲' })).toMatchObject([{ slug: 'tellurium', edited: true }]);
  expect(
    (await edit('minerals', { kind: 'rename', slug: 'tellurium', name: name('碲'), from: '2027-01-01' }))
      .status,
  ).toBe(200);
  expect(await entries('minerals', { q: '碲' })).toMatchObject([
    { name: name('碲矿'), to: '2026-12-31' },
    { name: name('碲'), from: '2027-01-01' },
  ]);
  await edit('minerals', { kind: 'retire', slug: 'mica', to: '2026-12-31', replacedBy: ['tellurium'] });
  expect(await entries('minerals', { q: '云母' })).toMatchObject([
    { to: '2026-12-31', replacedBy: [{ slug: 'tellurium', name: name('碲') }], edited: true },
  ]);

  const undo = (number: number) => post(path('minerals', `/edits/${number}/undo`), { reason: '误改' });
  // Others build on the first.
  const early = await undo(1);
  expect([early.status, early.body['detail']]).toEqual([
    400,
    expect.stringContaining('take those back first'),
  ]);
  expect((await undo(2)).status).toBe(200);
  expect((await undo(1)).body['detail']).toContain('replaced by an entry that does not exist');
  expect((await undo(3)).status).toBe(200);
  expect((await undo(3)).status).toBe(409);
  expect((await undo(1)).body).toMatchObject({ version: 6, edits: 0, counts });
  expect(await entries('minerals', { q: '碲' })).toEqual([]);

  expect((await read(path('minerals', '/edits')))['items']).toMatchObject([
    { act: 'undo', number: 1, reason: '误改', by: 'ministry', edit: tellurium },
    { act: 'undo', number: 3 },
    { act: 'undo', number: 2 },
    { act: 'change', number: 3, edit: { kind: 'retire' } },
    { act: 'change', number: 2 },
    { act: 'change', number: 1, edit: tellurium },
  ]);
  expect(await auditOf(tables, kit.table, 'codes-minerals')).toEqual([
    ...['codes.change', 'codes.change', 'codes.change'],
    ...['codes.undo', 'codes.undo', 'codes.undo'],
  ]);
});

test('a list is put back to what came with the system, its version goes on', async () => {
  const before = await entries('minerals');
  await edit('minerals', tellurium);
  await edit('minerals', { kind: 'retire', slug: 'mica', to: '2026-01-01', replacedBy: [] });
  expect((await read(path('minerals', '/edits')))['items']).toMatchObject([
    { number: 2, standing: 'counts' },
    { number: 1, standing: 'counts' },
  ]);
  const back = await post(path('minerals', '/reset'), { reason: '恢复' });
  expect(back.body).toMatchObject({ version: 3, edits: 0 });
  expect(back.body).not.toHaveProperty('edited');
  expect(await entries('minerals')).toEqual(before);
  expect((await post(path('minerals', '/reset'), { reason: '恢复' })).status).toBe(409);
  expect((await read(path('minerals', '/edits')))['items']).toMatchObject([
    { act: 'reset', reason: '恢复' },
    expect.not.objectContaining({ standing: expect.anything() }),
    expect.not.objectContaining({ standing: expect.anything() }),
  ]);
});

test('each change tells the submission site how the list stands, without who made it and why', async () => {
  await edit('minerals', tellurium);
  await post(path('minerals', '/reset'), { reason: '恢复' });
  const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'CodeListEdited');
  expect(told.map(({ data }) => data)).toEqual([
    { list: 'minerals', version: 1, edits: [tellurium] },
    { list: 'minerals', version: 2, edits: [] },
  ]);
});

test('who comes second on an older version is told, also at the same instant', async () => {
  const both = await Promise.all([edit('minerals', tellurium, 0), edit('minerals', tellurium, 0)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await edit('minerals', { ...tellurium, slug: 'other-one' }, 0)).status).toBe(412);
  expect((await read(path('minerals')))['version']).toBe(1);
});

test.each<[string, object, number, RegExp]>([
  ['minerals', { ...tellurium, slug: 'gold' }, 400, /not used twice/],
  ['minerals', { ...tellurium, parent: 'nowhere' }, 400, /belongs to an entry that does not exist/],
  [
    'minerals',
    { kind: 'rename', slug: 'nowhere', name: name('x'), from: '2026-01-01' },
    400,
    /no such entry/,
  ],
  [
    'minerals',
    { kind: 'retire', slug: 'gold', to: '2026-01-01', replacedBy: ['nowhere'] },
    400,
    /replaced by an entry that does not exist/,
  ],
  ['carrier-types', { kind: 'add', slug: 'new', code: '10', name: name('新') }, 400, /shares its code/],
  [
    'work-degrees',
    { kind: 'rename', slug: 'reconnaissance', name: name('x'), from: '2026-01-01' },
    400,
    /was retired/,
  ],
  ['regions', { kind: 'add', slug: 'xinqu', code: '420199', name: name('新区') }, 400, /six digits/],
  ['secrecy', { kind: 'add', slug: 'cosmic', code: '', name: name('宇宙') }, 409, /rules on secrecy/],
  ['archives', { kind: 'add', slug: 'other', code: '', name: name('x') }, 409, /settings of the deployment/],
])('%s: %j is refused with its reason', async (list, what, status, why) => {
  const refused = await edit(list, what);
  expect([refused.status, refused.body['detail']]).toEqual([status, expect.stringMatching(why)]);
  expect((await read(path(list)))['version']).toBe(0);
});

test('a region is added below its city', async () => {
  const added = { kind: 'add', slug: '420699', code: '420699', name: name('新区'), parent: '420600' };
  expect((await edit('regions', { ...added, from: '2026-12-01' })).status).toBe(200);
  expect(await entries('regions', { parent: '420600', on: '2026-12-01', q: '新区' })).toHaveLength(1);
});

test('staff read, administrators edit, an auditor does neither', async () => {
  const body = { edit: tellurium, reason: 'x' };
  const refused = await Promise.all([
    post(path('minerals', '/edits'), body, { who: 'checker' }),
    post(path('minerals', '/edits'), body, { who: 'province' }),
    post(path('minerals', '/edits/1/undo'), { reason: 'x' }, { who: 'keeper' }),
    post(path('minerals', '/reset'), { reason: 'x' }, { who: 'officer' }),
    post(path('minerals', '/edits'), body, { who: 'auditor' }),
    kit.as('auditor', { path: '/codes/lists' }),
    kit.as('auditor', { path: path('minerals', '/entries') }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  expect((await post(path('minerals', '/edits'), { edit: tellurium, reason: ' ' })).status).toBe(400);
  expect((await kit.as('checker', { path: path('nowhere') })).status).toBe(400);
});

test('more changes than a row can hold are refused', async () => {
  const long = '长'.repeat(1000);
  const { codes } = kit;
  const by = { sub: 'm', username: 'm', name: 'm', roles: [] };
  const add = (was: Awaited<ReturnType<typeof codes.get>>, at: number) =>
    codes.add(
      'minerals',
      was,
      { kind: 'add', slug: `s-${at}`, code: '', name: name(`n${at}`) },
      { action: 'codes.change', by, reason: long },
    );
  const edits = Array.from({ length: 110 }, (_, at) => ({
    ...{ kind: 'add' as const, slug: `f-${at}`, code: '', name: name('满') },
    ...{ number: at + 1, by: 'm', at: '2026-11-22T02:00:00.000Z', reason: long },
  }));
  await expect(add({ version: 0, edits }, 1)).rejects.toMatchObject({ kind: 'too-many' });
  expect((await codes.get('minerals')).version).toBe(0);
});
