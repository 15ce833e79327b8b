import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { auditOf } from '../testing/written.ts';

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

const path = (year: number, more = '') => `/calendar/years/${year}${more}`;
const read = async (year: number) => (await kit.as('checker', { path: path(year) })).body;
const change = (year: number, body: object, version?: number) =>
  kit.as('ministry', {
    method: 'PUT',
    path: path(year),
    body,
    ...(version === undefined ? {} : { headers: { 'If-Match': `"${version}"` } }),
  });
const extra = { off: ['2026-12-02'], work: [], source: '国办发明电〔2026〕1号', reason: '临时放假' };

test('the shipped years are there with their source, further ones are not known', async () => {
  expect(await read(2026)).toMatchObject({
    known: true,
    version: 0,
    differences: [],
    source: expect.stringContaining('gov.cn'),
    off: expect.arrayContaining(['2026-10-01', '2026-10-07']),
    work: expect.arrayContaining(['2026-10-10']),
  });
  expect(await read(2027)).toMatchObject({ known: false, off: [], work: [] });
  const { body } = await kit.as('keeper', { path: '/calendar/years' });
  expect(body['items']).toHaveLength(17);
});

test('an edit says who, why and by what source, shows its differences, and is put back', async () => {
  expect((await change(2026, extra, 0)).status).toBe(200);
  const changed = await read(2026);
  expect(changed).toMatchObject({
    version: 1,
    off: ['2026-12-02'],
    source: extra.source,
    edited: { by: 'ministry', reason: '临时放假', at: '2026-11-22T02:00:00.000Z' },
    shipped: { off: expect.arrayContaining(['2026-10-01']) },
  });
  expect(changed['differences']).toContainEqual({ day: '2026-12-02', was: 'unnamed', is: 'off' });
  // Entries of one instant stand in any order.
  kit.time.now = new Date('2026-11-22T03:00:00.000Z');
  const back = await kit.as('ministry', {
    method: 'POST',
    path: path(2026, '/reset'),
    body: { reason: '误改' },
  });
  expect(back.body).toMatchObject({ version: 2, differences: [] });
  expect(back.body).not.toHaveProperty('edited');
  // The earlier version can still be seen, and so be restored.
  const { body } = await kit.as('checker', { path: path(2026, '/edits') });
  expect(body['items']).toMatchObject([
    { reason: '误改', off: expect.arrayContaining(['2026-10-01']) },
    { reason: '临时放假', off: ['2026-12-02'], source: extra.source },
  ]);
  expect(await auditOf(tables, kit.table, 'calendar-2026')).toEqual(['calendar.edit', 'calendar.reset']);
  const again = await kit.as('ministry', {
    method: 'POST',
    path: path(2026, '/reset'),
    body: { reason: 'x' },
  });
  expect(again.status).toBe(409);
});

test('who comes second on an older version is told, also at the same instant', async () => {
  const both = await Promise.all([change(2026, extra, 0), change(2026, { ...extra, off: [] }, 0)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await change(2026, extra, 0)).status).toBe(412);
});

test('days that cannot be are refused by name; only administrators edit', async () => {
  const wrong = await change(2026, { ...extra, off: ['2025-01-01'], work: ['2026-11-24'] });
  expect(wrong.status).toBe(400);
  expect(wrong.body['fields']).toMatchObject([{ field: 'body.off' }, { field: 'body.work' }]);
  const refused = await kit.as('checker', { method: 'PUT', path: path(2026), body: extra });
  expect(refused.status).toBe(403);
  expect(await read(2026)).toMatchObject({ version: 0 });
});

test('reckons days before and after, and says where a year has no table', async () => {
  const reckon = async (query: Record<string, string>) => {
    const asked = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
    return (await kit.as('checker', { path: '/calendar/reckoning', query: asked })).body;
  };
  expect(await reckon({ from: '2026-09-25', days: '10' })).toEqual({
    day: '2026-10-15',
    isWorkingDay: true,
    known: true,
    workingDays: 10,
    calendarDays: 20,
  });
  expect(await reckon({ from: '2026-12-31', days: '-30', kind: 'calendar' })).toMatchObject({
    day: '2026-12-01',
  });
  expect(await reckon({ from: '2026-12-30', days: '10' })).toMatchObject({ known: false });
  await change(2026, extra, 0);
  expect(await reckon({ from: '2026-12-01', days: '1' })).toMatchObject({ day: '2026-12-03' });
});

test('an edited table moves the term of a review at once', async () => {
  const id = await kit.review({
    checkBy: '2026-12-02',
    clock: { from: '2026-11-22', pauses: [] },
  });
  const review = async () => (await kit.as('checker', { path: `/archive/reviews/${id}` })).body;
  expect(await review()).toMatchObject({
    checkBy: '2026-12-02',
    term: { running: true, kind: 'calendar', used: 0, left: 10, due: '2026-12-02' },
  });
  await change(2026, extra, 0);
  expect(await review()).toMatchObject({ checkBy: '2026-12-03', term: { left: 11 } });
});
