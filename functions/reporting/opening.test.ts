import type { YearFigures } from '@geoarchive/contract/figure-parts.ts';
import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { textPartCodes } from '@geoarchive/domain/reporting/report.ts';
import { caller } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Staff } from '../archive/testing/kit.ts';
import { figureRoutes } from '../catalogue/figure-store.ts';
import { discloseFigures } from '../disclosure/disclose.ts';
import { type DisclosureKit, disclosureKit } from '../disclosure/testing/kit.ts';
import { auditOf } from '../testing/written.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let kit: DisclosureKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await disclosureKit(tables);
  kit.settings.nodes = [
    { code: 'NGA', name: { zh: '全国馆', en: 'National' } },
    { code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' },
  ];
  kit.time.now = new Date('2027-01-05T02:00:00.000Z');
});

const reports = '/reporting/reports';
const as = async <T>(who: Staff, path: string, request: object = {}, node = 'HB') => {
  const { status, body } = await kit.as(who, { path, ...request }, node);
  // The replies were checked against the contract by the router.
  return { status, body: body as unknown as T };
};
const changing = async (who: Staff, id: string, path: string, method: string, body: object) => {
  const { version } = (await as<AnnualReport>(who, `${reports}/${id}`)).body;
  return as(who, `${reports}/${id}${path}`, { method, headers: { 'If-Match': `"${version}"` }, body });
};
/** The report of Hubei for a year with so many visits, accepted by the ministry. */
const accepted = async (year: number, visits: number): Promise<string> => {
  const { id } = (await as<AnnualReport>('keeper', reports, { method: 'POST', body: { year } })).body;
  await kit.work();
  const figures = [{ figure: 'T5.visitors', n: visits }];
  expect((await changing('keeper', id, '/tables/T5', 'PUT', { figures })).status).toBe(200);
  await changing('keeper', id, '/tables/T8', 'PUT', { figures: [{ figure: 'T8.staff', n: 60 }] });
  for (const part of textPartCodes) await changing('keeper', id, `/texts/${part}`, 'PUT', { text: part });
  for (const [who, move] of [
    ['keeper', 'sign'],
    ['province', 'check'],
    ['ministry', 'accept'],
  ] as const)
    expect([move, (await changing(who, id, '/moves', 'POST', { move })).status]).toEqual([move, 200]);
  return id;
};
const open = (year: number, who: Staff = 'ministry') =>
  as<YearFigures & { detail?: string }>(who, `/reporting/summary/${year}/opening`, { method: 'POST' }, 'NGA');
/** Lets what was opened go through door 2, the newest first, each twice, and asks the portal. */
const onPortal = async (): Promise<YearFigures[]> => {
  for (const one of (await kit.dataOf('NationalFiguresOpened')).toReversed())
    for (const _ of [1, 2]) await discloseFigures(kit, one);
  await kit.through();
  const { body } = await caller(() => kit.portal, figureRoutes).call({ path: '/portal/figures' });
  return (body as { items: YearFigures[] }).items;
};

test('what was accepted is opened by the ministry and reaches the portal: sums of open tables, nothing of staff or classified data', async () => {
  expect((await open(2025)).status).toBe(409);
  await accepted(2025, 40);
  expect((await open(2025, 'province')).status).toBe(403);
  expect(await onPortal()).toEqual([]);
  const { status, body } = await open(2025);
  expect(status).toBe(200);
  expect(body).toMatchObject({ year: 2025, version: 1, accepted: 1, units: 4 });
  const [shown, ...others] = await onPortal();
  expect([shown, others]).toEqual([body, []]);
  expect(shown?.sums['T5.visitors']).toEqual({ n: 40, units: 1 });
  expect(Object.keys(shown?.sums ?? {}).filter((code) => /^(T4|T8|E)/.test(code))).toEqual([]);
  expect(await auditOf(tables, kit.table, 'open-figures#2025')).toEqual(['reporting.open-figures']);
  const summary = await as<{ opened?: YearFigures }>(
    'ministry',
    '/reporting/summary',
    { query: { year: ['2025'] } },
    'NGA',
  );
  expect(summary.body.opened).toEqual(body);
});

test('opened again the figures stand in the place of the older, in whatever order they come; each year by itself', async () => {
  const id = await accepted(2025, 40);
  await open(2025);
  await changing('ministry', id, '/moves', 'POST', { move: 'return', reason: '核对' });
  expect((await open(2025)).status).toBe(409);
  await changing('keeper', id, '/tables/T5', 'PUT', { figures: [{ figure: 'T5.visitors', n: 44 }] });
  for (const [who, move] of [
    ['keeper', 'sign'],
    ['province', 'check'],
    ['ministry', 'accept'],
  ] as const)
    await changing(who, id, '/moves', 'POST', { move });
  expect((await open(2025)).body).toMatchObject({ version: 2 });
  await accepted(2026, 50);
  await open(2026);
  const shown = (await onPortal()).map(({ year, version, sums }) => [year, version, sums['T5.visitors']?.n]);
  expect(shown).toEqual([
    [2026, 1, 50],
    [2025, 2, 44],
  ]);
});
