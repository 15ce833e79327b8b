import { gunzipSync, gzipSync } from 'node:zlib';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { caseStores } from '../cases/deps.ts';
import { internalCaseRoutes } from '../cases/internal.ts';
import { eventsIn, eventTypesIn } from '../testing/written.ts';

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
  kit.settings.nodes = [
    { code: 'NGA', name: { zh: '全国馆', en: 'National' } },
    { code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' },
  ];
  kit.settings.custodians = [];
  kit.time.now = new Date('2027-01-20T02:00:00.000Z');
});

const path = '/reporting/evaluations';
const as = (who: Staff, at = path, request: object = {}, node = 'NGA') =>
  kit.as(who, { path: at, ...request }, node);
const begin = async (period = '2026') => {
  const { body } = await as('ministry', path, { method: 'POST', body: { period } });
  await kit.work();
  return (await as('ministry', `${path}/${String(body['id'])}`)).body;
};
const circulate = ({ id, version }: Record<string, unknown>) =>
  as('ministry', `${path}/${String(id)}/circular`, {
    method: 'POST',
    body: { text: '现将评估结果通报如下。' },
    headers: { 'If-Match': `"${String(version)}"` },
  });
/** A review of an archive in 2026, accepted in time or not. */
const review = (node: string, on: string) =>
  kit.review({ node, checkBy: '2026-12-02', accepted: { by: 'x', at: `${on}T02:00:00.000Z` } }, 'accepted');

test('units are ranked by what was counted; what nothing measures is not measured', async () => {
  await review('HB', '2026-12-01');
  await review('NGA', '2026-12-01');
  await review('NGA', '2026-12-03');
  const found = await begin();
  expect(found).toMatchObject({
    state: 'draft',
    title: { zh: '2026 年度地质资料管理与服务评估通报' },
    results: [
      {
        unit: 'HB',
        rank: 1,
        indicators: {
          checking: { score: 100 },
          deployment: {},
          backups: {},
          transfer: { part: 0, whole: 0 },
        },
      },
      { unit: 'NGA', rank: 2, indicators: { checking: { score: 50, part: 1, whole: 2 } } },
    ],
  });
});

test('a draft is the ministry’s; circulated it is everybody’s, stays as it is, and is told', async () => {
  await review('HB', '2026-12-01');
  const draft = await begin();
  const id = String(draft['id']);
  expect((await as('province', `${path}/${id}`, {}, 'HB')).status).toBe(404);
  expect((await as('province', path, {}, 'HB')).body).toEqual({ items: [] });
  expect((await as('province', path, { method: 'POST', body: { period: '2026' } }, 'HB')).status).toBe(403);
  const circular = await circulate(draft);
  expect(circular.status).toBe(200);
  await review('NGA', '2026-12-03');
  const seen = await as('province', `${path}/${id}`, {}, 'HB');
  expect([seen.status, seen.body['results']]).toEqual([200, circular.body['results']]);
  expect((await as('ministry', path, { method: 'POST', body: { period: '2026' } })).status).toBe(409);
  expect(await eventTypesIn(tables, kit.table)).toContain('EvaluationCirculated');
  const { answer } = await as(
    'province',
    `/documents/evaluations/${id}`,
    { headers: { accept: 'application/pdf' }, query: { language: ['zh'] } },
    'HB',
  );
  const text = (await readPdf(Buffer.from(answer.body, 'base64'))).pages.join('').replaceAll(/\s/g, '');
  for (const said of [
    '2026年度地质资料管理与服务评估通报',
    '现将评估结果通报如下。',
    '湖北馆',
    '验收及时',
    '未测:转送及时',
  ])
    expect(text).toContain(said);
});

test('each score leads to the objects of the unit, for the unit itself and the ministry', async () => {
  const one = await review('HB', '2026-12-01');
  const draft = await begin();
  await circulate(draft);
  const at = `${path}/${String(draft['id'])}/units/HB/figures/E.checked/objects`;
  expect((await as('province', at, {}, 'HB')).body).toMatchObject({ items: [{ of: 'review', id: one }] });
  expect((await as('keeper', at, {}, 'NGA')).status).toBe(404);
  expect((await as('ministry', at)).status).toBe(200);
});

test('a unit contests what was circulated; the ministry decides, and nobody else', async () => {
  const draft = await begin();
  const api = caller(
    () => ({
      ...kit,
      ...caseStores(kit.table, kit.clock),
      settings: {},
      bucket: kit.archive,
      outside: kit.intake,
    }),
    internalCaseRoutes,
  );
  const call = (who: string, role: string, node: string, request: object, at = '/cases/items') =>
    api.call({ path: at, ...request, claims: claimsOf(who, [role], { 'custom:node': node }) });
  const body = {
    ...{ kind: 'evaluation-appeal', title: '验收及时有误', text: '有一件已按期。' },
    about: { kind: 'evaluation', id: draft['id'] },
  };
  expect((await call('keeper', 'ARCHIVE_KEEPER', 'HB', { method: 'POST', body })).status).toBe(404);
  await circulate(draft);
  const opened = await call('keeper', 'ARCHIVE_KEEPER', 'HB', { method: 'POST', body });
  expect([opened.status, opened.body['node'], opened.body['subject']]).toMatchObject([
    201,
    'HB',
    { kind: 'evaluation', label: '2026 年度地质资料管理与服务评估通报' },
  ]);
  const item = `/cases/items/${String(opened.body['id'])}`;
  const at = `${item}/decision`;
  await call(
    'ministry',
    'MINISTRY_ADMIN',
    'NGA',
    { method: 'POST', body: { to: 'me' } },
    `${item}/assignment`,
  );
  const decision = { method: 'POST', body: { outcome: 'partly', reasons: '已核实，部分成立。' } };
  expect((await call('province', 'PROVINCE_ADMIN', 'HB', decision, at)).status).toBe(403);
  const decided = await call('ministry', 'MINISTRY_ADMIN', 'NGA', decision, at);
  expect([decided.status, decided.body['state']]).toEqual([200, 'decided']);
});

/** An appeal of a unit against what was circulated, decided so by the ministry. */
const appealed = async (evaluation: unknown, node: string, outcome: string) => {
  const api = caller(
    () => ({
      ...kit,
      ...caseStores(kit.table, kit.clock),
      ...{ settings: {}, bucket: kit.archive, outside: kit.intake },
    }),
    internalCaseRoutes,
  );
  const call = (role: string, at: string, of: string, body: object) =>
    api.call({
      ...{ method: 'POST', path: of, body },
      claims: claimsOf(role, [role], { 'custom:node': at }),
    });
  const opened = await call('ARCHIVE_KEEPER', node, '/cases/items', {
    ...{ kind: 'evaluation-appeal', title: '验收及时有误', text: '有一件已按期。' },
    about: { kind: 'evaluation', id: evaluation },
  });
  const id = String(opened.body['id']);
  await call('MINISTRY_ADMIN', 'NGA', `/cases/items/${id}/assignment`, { to: 'me' });
  const decided = await call('MINISTRY_ADMIN', 'NGA', `/cases/items/${id}/decision`, {
    outcome,
    reasons: '已核实。',
  });
  expect(decided.status).toBe(200);
  return { id, number: String(decided.body['number']) };
};
const correct = (
  evaluation: Record<string, unknown>,
  appeal: string,
  items: object[],
  who: Staff = 'ministry',
) =>
  as(who, `${path}/${String(evaluation['id'])}/corrections`, {
    method: 'POST',
    body: { appeal, items, text: '一件按期验收未计入，予以更正。' },
    headers: { 'If-Match': `"${String(evaluation['version'])}"` },
  });

test('a granted appeal corrects the figure: a further edition names the old value, the new one and the appeal; ranks and trend follow', async () => {
  await review('HB', '2026-03-01');
  await review('NGA', '2026-03-01');
  await kit.review(
    { node: 'HB', checkBy: '2026-03-02', accepted: { by: 'x', at: '2026-03-05T02:00:00.000Z' } },
    'accepted',
  );
  const circular = (await circulate(await begin('2026-H1'))).body;
  expect(circular).toMatchObject({ edition: 1, results: [{ unit: 'NGA' }, { unit: 'HB' }] });
  const refused = await appealed(circular['id'], 'HB', 'refused');
  const item = { indicator: 'checking', part: 2, whole: 2 };
  expect((await correct(circular, refused.id, [item])).status).toBe(422);
  const granted = await appealed(circular['id'], 'HB', 'granted');
  const at = `${path}/${String(circular['id'])}`;
  expect((await as('ministry', at)).body).toMatchObject({ granted: [{ ...granted, unit: 'HB' }] });
  expect((await as('province', at, {}, 'HB')).body).toMatchObject({ granted: [] });
  expect((await correct(circular, granted.id, [item], 'province')).status).toBe(403);
  for (const bad of [
    { ...item, part: 3 },
    { ...item, part: 1 },
    { ...item, indicator: 'deployment' },
  ])
    expect((await correct(circular, granted.id, [bad])).status).toBe(422);
  const corrected = await correct(circular, granted.id, [item]);
  expect(corrected.status).toBe(200);
  expect(corrected.body).toMatchObject({
    edition: 2,
    granted: [],
    results: [
      { unit: 'HB', rank: 1, indicators: { checking: { score: 100, part: 2, whole: 2 } } },
      { unit: 'NGA', rank: 1 },
    ],
    corrections: [
      {
        ...{ unit: 'HB', appeal: granted, rank: { before: 2, after: 1 } },
        items: [
          {
            indicator: 'checking',
            before: { score: 50, part: 1, whole: 2 },
            after: { score: 100, part: 2, whole: 2 },
          },
        ],
      },
    ],
  });
  expect((await correct(corrected.body, granted.id, [{ ...item, part: 1 }])).status).toBe(409);
  const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'EvaluationCirculated');
  expect(told.map(({ data }) => data)).toMatchObject([{ period: '2026-H1' }, { edition: 2 }]);

  const { answer } = await as(
    'province',
    `/documents/evaluations/${String(circular['id'])}`,
    { headers: { accept: 'application/pdf' }, query: { language: ['zh'] } },
    'HB',
  );
  const text = (await readPdf(Buffer.from(answer.body, 'base64'))).pages.join('').replaceAll(/\s/g, '');
  for (const said of [
    '第2版（更正）',
    `依据申诉${granted.number}。一件按期验收未计入，予以更正。`,
    '验收及时50(1/2)100(2/2)',
    '名次21',
  ])
    expect(text).toContain(said);
  const next = await begin('2026-H2');
  const hubei = (next['results'] as { unit: string; trend: object[] }[]).find(({ unit }) => unit === 'HB');
  const total = (corrected.body['results'] as { unit: string; total: number }[]).find(
    ({ unit }) => unit === 'HB',
  )?.total;
  expect(hubei?.trend[0]).toEqual({ period: '2026-H1', total });
});

test('the objects behind what was circulated are those that were sealed with it, or none are shown', async () => {
  await review('HB', '2026-12-01');
  const draft = await begin();
  await circulate(draft);
  const { job } = (await kit.evaluations.get(String(draft['id'])))?.body ?? {};
  const [key = ''] = [...kit.archive.keys()].filter((one) => one === `reports/runs/${job}/HB.json.gz`);
  const bytes = gunzipSync((await kit.archive.readAll(key)) ?? new Uint8Array());
  await kit.archive.put(
    key,
    gzipSync(bytes.toString('utf8').replace('"objects":1', '"objects":2')),
    'application/gzip',
  );
  const at = `${path}/${String(draft['id'])}/units/HB/figures/E.checked/objects`;
  expect((await as('province', at, {}, 'HB')).status).toBe(409);
});

test('a draft is counted anew; an evaluation shows those before it', async () => {
  await review('HB', '2026-05-05');
  await circulate(await begin('2026-H1'));
  await review('HB', '2026-12-30');
  await begin('2026-H2');
  await review('HB', '2026-12-01');
  const again = await begin('2026-H2');
  expect(again['results']).toMatchObject([
    {
      unit: 'HB',
      trend: [{ period: '2026-H1' }, { period: '2026-H2' }],
      indicators: { checking: { whole: 2 } },
    },
    { unit: 'NGA' },
  ]);
  expect((await as('ministry', path, { method: 'POST', body: { period: '2026-Q9' } })).status).toBe(400);
});
