import { events } from '@geoarchive/contract/events.ts';
import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { pdfaFaults } from '@geoarchive/documents/testing/pdfa.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { textPartCodes } from '@geoarchive/domain/reporting/report.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type ArchiveKit, archiveKit, dossierBodyOf, type Staff } from '../archive/testing/kit.ts';
import { archiveNotices } from '../notices/archive-notify.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { remindReports } from './remind.ts';

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
  kit.time.now = new Date('2027-01-05T02:00:00.000Z');
});

const reports = '/reporting/reports';
type Answer = { status: number; body: AnnualReport & { detail?: string; fields?: { field: string }[] } };
/** Somebody of Hubei unless another node is named. */
const as = async (who: Staff, path: string, request: object = {}, node = 'HB'): Promise<Answer> =>
  // The replies were checked against the contract by the router.
  (await kit.as(who, { path, ...request }, node)) as unknown as Answer;
const begin = async (node = 'HB'): Promise<AnnualReport> => {
  const { body } = await as('keeper', reports, { method: 'POST', body: { year: 2026 } }, node);
  await kit.work();
  return (await as('keeper', `${reports}/${body.id}`, {}, node)).body;
};
const put = (who: Staff, path: string, version: number, body: object, node = 'HB') =>
  as(who, path, { method: 'PUT', body, headers: { 'If-Match': `"${version}"` } }, node);
const move = (who: Staff, { id, version }: AnnualReport, body: object, node = 'HB') =>
  as(who, `${reports}/${id}/moves`, { method: 'POST', body, headers: { 'If-Match': `"${version}"` } }, node);

const written = async (report: AnnualReport): Promise<AnnualReport> => {
  let now = report;
  for (const part of textPartCodes) {
    const { status, body } = await put('keeper', `${reports}/${report.id}/texts/${part}`, now.version, {
      text: `关于 ${part}`,
    });
    expect(status).toBe(200);
    now = body;
  }
  return now;
};

test('figures are made of the objects of the unit alone, and lead to them', async () => {
  const ids = await Promise.all(
    [1, 2, 3].map((n) => kit.dossier({ node: 'HB', archiveNumber: `d0${n}`, bytes: 100, fileCount: n })),
  );
  await kit.dossier({ node: 'NGA' });
  await kit.dossier({ node: 'HB', acceptedAt: '2027-01-01T02:00:00.000Z' });
  const report = await begin();
  expect(report).toMatchObject({
    state: 'draft',
    title: { zh: '《湖北省地质资料管理年报（2026年度）》' },
    values: {
      'T3.dossiers': { n: 3, from: 'operations', objects: true },
      'T3.files': { n: 6 },
      'T3.bytes': { n: 300 },
      'T1.demanded': { n: 0, from: 'operations', objects: false },
      'T5.items': { from: 'not-measured', enter: true },
      'T8.staff': { from: 'not-measured', enter: true },
    },
  });
  const { body } = await as('keeper', `${reports}/${report.id}/figures/T3.dossiers/objects`);
  expect(body).toMatchObject({
    items: expect.arrayContaining(ids.map((id) => expect.objectContaining({ id, of: 'dossier' }))),
  });
});

test('two persons at different figures both save; at the same one the second is told who wrote what', async () => {
  const { id, version } = await begin();
  const table = `${reports}/${id}/tables/T8`;
  const staff = (n: number) => ({ figures: [{ figure: 'T8.staff', n }] });
  const first = await put('keeper', table, version, staff(12));
  expect(first.status).toBe(200);
  const other = await put('colleague', table, version, { figures: [{ figure: 'T8.shelves', n: 90.5 }] });
  expect([other.status, other.body.values['T8.staff']?.n]).toEqual([200, 12]);
  const second = await put('colleague', table, version, staff(15));
  expect(second.status).toBe(412);
  expect(second.body.detail).toContain('"Staff" (keeper: 12)');
  expect(second.body.fields).toMatchObject([{ field: 'T8.staff' }]);
  expect((await as('keeper', `${reports}/${id}`)).body.values['T8.staff']?.n).toBe(12);
  // On what is there now it may.
  expect((await put('colleague', table, other.body.version, staff(15))).status).toBe(200);
});

test('what is counted from operations is not entered, nor what is of another table', async () => {
  const { id, version } = await begin();
  const counted = await put('keeper', `${reports}/${id}/tables/T1`, version, {
    figures: [{ figure: 'T1.submitted', n: 5 }],
  });
  expect([counted.status, counted.body.fields?.[0]?.field]).toEqual([422, 'figures.T1.submitted']);
  const strange = await put('keeper', `${reports}/${id}/tables/T1`, version, {
    figures: [{ figure: 'T8.staff', n: 5 }],
  });
  expect(strange.status).toBe(400);
  expect((await as('keeper', `${reports}/${id}/tables/T8`, { method: 'PUT', body: {} })).status).toBe(400);
});

test('from draft to accepted with one return; nobody checks what they signed; what is signed is not changed, and trying is in the trail', async () => {
  await kit.dossier({ node: 'HB' });
  const begun = await begin();
  const early = await move('keeper', begun, { move: 'sign' });
  expect([early.status, early.body.fields?.some(({ field }) => field === 'no-text')]).toEqual([422, true]);
  const ready = await written(begun);
  const signed = await move('keeper', ready, { move: 'sign' });
  expect([signed.status, signed.body.state]).toEqual([200, 'signed']);

  const late = await put('keeper', `${reports}/${begun.id}/tables/T8`, signed.body.version, {
    figures: [{ figure: 'T8.staff', n: 1 }],
  });
  expect(late.status).toBe(409);
  expect(await auditOf(tables, kit.table, begun.id)).toContain('reporting.refused');

  expect((await move('ministry', signed.body, { move: 'check' }, 'NGA')).status).toBe(403);
  expect((await move('province', signed.body, { move: 'return' })).status).toBe(400);
  const returned = await move('province', signed.body, { move: 'return', reason: '人员数缺' });
  expect(returned.body).toMatchObject({
    state: 'draft',
    history: [{ move: 'sign' }, { move: 'return', reason: '人员数缺' }],
  });

  const mended = await put('keeper', `${reports}/${begun.id}/tables/T8`, returned.body.version, {
    figures: [{ figure: 'T8.staff', n: 12 }],
  });
  const again = await move('keeper', mended.body, { move: 'sign' });
  const checked = await move('province', again.body, { move: 'check' });
  expect(checked.body.state).toBe('checked');
  expect((await move('province', checked.body, { move: 'return', reason: '再看' })).status).toBe(403);
  const accepted = await move('ministry', checked.body, { move: 'accept' }, 'NGA');
  expect(accepted.body).toMatchObject({ state: 'accepted', values: { 'T8.staff': { n: 12 } } });
  const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'AnnualReportMoved');
  expect(told.map(({ data }) => data)).toMatchObject(
    ['sign', 'return', 'sign', 'check', 'accept'].map((one) => ({ move: one, node: 'HB', year: 2026 })),
  );
});

test('figures of a signed report stay when data change later; made anew they can be compared', async () => {
  const gone = await kit.dossier({ node: 'HB' });
  const signed = await move('keeper', await written(await begin()), { move: 'sign' });
  await kit.dossier({ node: 'HB' });
  await kit.dossier({ node: 'HB' });
  const item = await kit.dossiers.get(gone);
  if (item === undefined) throw new Error('no dossier');
  await kit.dossiers.change(item, dossierBodyOf({ node: 'HB', bytes: 77 }), {
    action: 'test',
    by: { worker: 'test' },
  });
  const job = await as('province', `${reports}/${signed.body.id}/figures`, { method: 'POST' });
  expect(job.status).toBe(202);
  await kit.work();
  const after = (await as('keeper', `${reports}/${signed.body.id}`)).body;
  expect(after.values).toEqual(signed.body.values);
  expect(after.figures).toEqual(signed.body.figures);
  const { body } = await as('keeper', `${reports}/${signed.body.id}/comparison`);
  expect(body).toMatchObject({
    intact: true,
    differences: expect.arrayContaining([
      { figure: 'T3.dossiers', before: 1, now: 3 },
      { figure: 'T3.bytes', before: 10, now: 97 },
    ]),
  });
});

test('a draft takes figures made anew, with what was entered', async () => {
  const begun = await begin();
  await put('keeper', `${reports}/${begun.id}/tables/T8`, begun.version, {
    figures: [{ figure: 'T8.staff', n: 9 }],
  });
  await kit.dossier({ node: 'HB' });
  await as('keeper', `${reports}/${begun.id}/figures`, { method: 'POST' });
  await kit.work();
  const { body } = await as('keeper', `${reports}/${begun.id}`);
  expect(body.values).toMatchObject({ 'T3.dossiers': { n: 1 }, 'T8.staff': { n: 9 } });
});

test('last year stands beside, and a jump asks for an explanation', async () => {
  const last = await as('keeper', reports, { method: 'POST', body: { year: 2025 } });
  await kit.work();
  const old = (await as('keeper', `${reports}/${last.body.id}`)).body;
  await put('keeper', `${reports}/${old.id}/tables/T8`, old.version, {
    figures: [{ figure: 'T8.staff', n: 10 }],
  });
  const now = await begin();
  const grown = await put('keeper', `${reports}/${now.id}/tables/T8`, now.version, {
    figures: [{ figure: 'T8.staff', n: 40 }],
  });
  expect(grown.body.values['T8.staff']).toMatchObject({ n: 40, before: 10 });
  expect(grown.body.findings).toContainEqual(expect.objectContaining({ code: 'jump', figure: 'T8.staff' }));
  const explained = await put('keeper', `${reports}/${now.id}/tables/T8`, grown.body.version, {
    explanations: [{ figure: 'T8.staff', text: '机构合并' }],
  });
  expect(explained.body.findings.some(({ code }) => code === 'jump')).toBe(false);
  const { body } = await as('keeper', '/reporting/history');
  expect(body).toMatchObject({
    years: [
      { year: 2025, values: { 'T8.staff': 10 } },
      { year: 2026, values: { 'T8.staff': 40 } },
    ],
  });
});

test('reports of others are seen by the ministry alone, which adds them up', async () => {
  const own = await begin();
  await begin('NGA');
  expect((await as('keeper', `${reports}/${own.id}`, {}, 'NGA')).status).toBe(404);
  expect((await as('ministry', `${reports}/${own.id}`, {}, 'NGA')).status).toBe(200);
  const list = await as('keeper', reports, { query: { year: ['2026'] } });
  expect(list.body).toMatchObject({ items: [{ unit: 'HB', report: { state: 'draft' } }] });
  const all = await as('ministry', reports, { query: { year: ['2026'] } }, 'NGA');
  expect(all.body).toMatchObject({
    items: [{ unit: 'NGA' }, { unit: 'HB' }, { unit: 'CNPC', kind: 'custodian' }, { unit: 'CNNC' }],
  });
  expect((await as('province', '/reporting/summary', { query: { year: ['2026'] } })).status).toBe(403);
  const { body } = await as('ministry', '/reporting/summary', { query: { year: ['2026'] } }, 'NGA');
  expect(body).toMatchObject({
    sums: { 'T3.dossiers': { n: 0, units: 2, missing: 0 }, 'T8.staff': { units: 0, missing: 2 } },
  });
});

test("a custodian's report is checked by another of its own headquarters, and has its own title", async () => {
  const begun = await as('custodian', reports, { method: 'POST', body: { year: 2026 } }, 'CNPC');
  expect(begun.body).toMatchObject({
    kind: 'custodian',
    title: { zh: '《中国石油委托保管地质资料管理年报（2026年度）》' },
  });
  await kit.work();
  expect((await as('custodian', `${reports}/${begun.body.id}`, {}, 'CNNC')).status).toBe(404);
});

test('the checker is told of what was signed, the unit of the return, the ministry of what was checked', async () => {
  const notices = noticeStore(kit.table, kit.clock);
  const deps = { ...kit, notices, send: undefined, by: 'archive-notify' };
  const signed = await move('keeper', await written(await begin()), { move: 'sign' });
  const returned = await move('province', signed.body, { move: 'return', reason: '再核对' });
  const again = await move('keeper', returned.body, { move: 'sign' });
  await move('province', again.body, { move: 'check' });
  kit.time.now = new Date('2027-01-16T02:00:00.000Z');
  await remindReports(kit);
  const all = await eventsIn(tables, kit.table);
  for (const { id, type, at, data } of all) {
    if (type === 'AnnualReportMoved')
      await archiveNotices.AnnualReportMoved(deps, events.AnnualReportMoved.data.parse(data), { id, at });
    if (type === 'AnnualReportDue')
      await archiveNotices.AnnualReportDue(deps, events.AnnualReportDue.data.parse(data), { id, at });
  }
  const of = async (mailbox: { node: string }, kind: string) => {
    const found = await Promise.all(all.map(({ id }) => notices.get(mailbox, `${id}.${kind}`)));
    return found.flatMap((one) => one?.title.zh ?? []);
  };
  expect(await of({ node: 'HB' }, 'annual-report-signed')).toHaveLength(2);
  expect(await of({ node: 'HB' }, 'annual-report-returned')).toEqual(['2026 年度年报被退回']);
  expect(await of({ node: 'NGA' }, 'annual-report-checked')).toEqual(['湖北馆 2026 年度年报待接收']);
  expect(await of({ node: 'HB' }, 'annual-report-due')).toEqual([]);
  expect(await of({ node: 'CNPC' }, 'annual-report-due')).toEqual(['2026 年度年报已逾期']);
});

test('the report as PDF: its official title, its figures, what is not measured, its words; again the same bytes', async () => {
  await kit.dossier({ node: 'HB' });
  const ready = await written(await begin());
  const path = `/documents/annual-reports/${ready.id}`;
  const print = async (node = 'HB') =>
    kit.as('keeper', { path, query: { language: ['zh'] }, headers: { accept: 'application/pdf' } }, node);
  const { answer } = await print();
  const pdf = Buffer.from(answer.body, 'base64');
  expect(pdfaFaults(pdf)).toEqual([]);
  const text = (await readPdf(pdf)).pages.join('').replaceAll(/\s/g, '');
  for (const said of [
    '《湖北省地质资料管理年报（2026年度）》',
    '表3馆藏',
    '馆藏案卷',
    '业务汇总',
    '未测',
    '按资料类别',
    '关于problems',
  ])
    expect(text).toContain(said);
  expect((await print()).answer.body).toBe(answer.body);
  expect((await print('NGA')).status).toBe(404);
});

test('the sums of all units as PDF, for the ministry: who is in them and how far, what is not measured', async () => {
  await kit.dossier({ node: 'HB' });
  await move('keeper', await written(await begin()), { move: 'sign' });
  const path = '/documents/annual-summaries/2026';
  const print = (who: Staff, node: string) =>
    kit.as(who, { path, query: { language: ['zh'] }, headers: { accept: 'application/pdf' } }, node);
  const { answer } = await print('ministry', 'NGA');
  const pdf = Buffer.from(answer.body, 'base64');
  expect(pdfaFaults(pdf)).toEqual([]);
  const text = (await readPdf(pdf)).pages.join('').replaceAll(/\s/g, '');
  for (const said of [
    '《全国地质资料管理年报（2026年度）》',
    '共4个单位，已编报1个，其中部级已接收0个',
    '湖北馆单位已签报',
    '全国馆尚未编报',
    '馆藏案卷档11/1',
    '未测0/1',
  ])
    expect(text).toContain(said);
  expect((await print('keeper', 'HB')).status).toBe(403);
});

test('units are reminded once a stage, and told again only when the next has come', async () => {
  expect(await remindReports(kit)).toBe(0);
  kit.time.now = new Date('2027-01-09T02:00:00.000Z');
  expect(await remindReports(kit)).toBe(4);
  expect(await remindReports(kit)).toBe(0);
  kit.time.now = new Date('2027-01-15T02:00:00.000Z');
  expect(await remindReports(kit)).toBe(0);
  kit.time.now = new Date('2027-01-15T16:30:00.000Z');
  expect(await remindReports(kit)).toBe(4);
  const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'AnnualReportDue');
  expect(told).toHaveLength(8);
});
