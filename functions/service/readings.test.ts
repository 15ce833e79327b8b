import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { auditOf, eventTypesIn } from '../testing/written.ts';
import { type ServiceKit, serviceKit } from './testing/kit.ts';
import { plays } from './testing/play.ts';

jest.setTimeout(120_000);
let tables: TestTables;
let kit: ServiceKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await serviceKit(tables);
});

const { post, keeper, granted, typeOf } = plays(() => kit);
const clerk = (request: Parameters<ServiceKit['as']>[2], node?: string) =>
  kit.as('qian', 'ARCHIVE_CLERK', request, node);
const pdf = { Accept: 'application/pdf' };
const textOf = async (reply: Awaited<ReturnType<typeof page>>) =>
  (await readPdf(Buffer.from(reply.answer.body, 'base64'))).pages;
const onSite = async (more: Record<string, unknown> = {}, paths?: string[]) =>
  (await granted({ mode: 'on-site', ...more }, paths)).id;
const begin = (grant: string, body: unknown = { reader: 'person', name: 'zhao' }) =>
  clerk(post(`/service/grants/${grant}/readings`, body));
const begun = async (grant: string, body?: unknown) => String((await begin(grant, body)).body['id']);
const openFile = (reading: string, no = 1) =>
  clerk(post(`/service/readings/${reading}/files/${no}/openings`));
const page = (reading: string, no = 1, at = 1) =>
  clerk({ path: `/service/readings/${reading}/files/${no}/pages/${at}`, headers: pdf });
const usedOf = async (grant: string) => (await keeper({ path: `/service/grants/${grant}` })).body['used'];
const waysOf = async () =>
  (await keeper({ path: '/service/figures', query: { year: ['2026'] } })).body['byWay'];

test('a grant on site is read page by page at a terminal, each page with the watermark; it is counted once', async () => {
  const grant = await onSite();
  const reply = await begin(grant, { reader: 'person', name: ' Zhao ' });
  expect([reply.status, kit.errors()]).toEqual([201, []]);
  expect(reply.body).toMatchObject({
    ...{ state: 'open', over: false, reader: 'person', name: 'zhao', on: '2026-11-22', moves: ['end'] },
    files: [{ no: 1, path: 'Z01/正文.pdf', byPage: true }],
  });
  const reading = String(reply.body['id']);
  // Which file is read is on the audit trail before any page of it is given.
  expect(typeOf(await page(reading, 1, 2))).toEqual([409, 'file-not-opened']);
  expect((await openFile(reading)).body).toEqual({ no: 1, pages: 3 });
  const shown = await page(reading, 1, 2);
  expect([shown.status, kit.errors()]).toEqual([200, []]);
  const pages = await textOf(shown);
  expect(pages).toHaveLength(1);
  const said = pages.join('').replaceAll(/\s/g, '');
  for (const part of ['Page2', 'zhao', '某地质勘查院', 'NGA', reply.body['requestNumber'], '2026-11-22'])
    expect(said).toContain(part);
  expect(said).not.toMatch(/Page[13]/);
  expect((await page(reading, 1, 4)).status).toBe(404);
  expect((await page(reading, 2)).status).toBe(404);

  expect(await usedOf(grant)).toBe(1);
  expect(await waysOf()).toMatchObject([{ key: 'on-site', count: 1 }]);
  const listed = await clerk({ path: `/service/grants/${grant}/readings` });
  expect(listed.body['items']).toMatchObject([{ id: reading, state: 'open' }]);
  const ended = await clerk(post(`/service/readings/${reading}/end`));
  expect(ended.body).toMatchObject({ state: 'ended', over: true, moves: [] });
  expect(typeOf(await page(reading))).toEqual([409, 'reading-over']);
  // They may be of one millisecond.
  expect((await auditOf(tables, kit.inside.table, reading)).sort()).toEqual([
    'service.end-reading',
    'service.open-reading',
    'service.open-reading-file',
  ]);
  const told = await eventTypesIn(tables, kit.inside.table);
  expect(told.filter((type) => type === 'ReadingMoved')).toHaveLength(2);
});

test('staff read for their own work: with their own name on it, and it counts as no use', async () => {
  const grant = await onSite();
  const reading = await begun(grant, { reader: 'staff' });
  await openFile(reading);
  const pages = await textOf(await page(reading));
  expect(pages.join('')).toContain('qian');
  expect(pages.join('')).not.toContain('zhao');
  expect(await usedOf(grant)).toBe(0);
  expect(await waysOf()).toEqual([]);
});

describe('a reading is refused, and it is written down', () => {
  const refusals = async (grant: string) =>
    (await auditOf(tables, kit.inside.table, grant)).filter((one) => one === 'service.refuse-reading').length;
  test('to another person', async () => {
    const grant = await onSite();
    expect(typeOf(await begin(grant, { reader: 'person', name: '李四' }))).toEqual([
      403,
      'reading-of-another',
    ]);
    expect([await usedOf(grant), await refusals(grant)]).toEqual([0, 1]);
  });
  test('more often than it allows, also when two begin at once', async () => {
    const grant = await onSite({ allowed: 2 });
    const replies = await Promise.all([1, 2, 3].map(() => begin(grant)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 422]);
    expect(typeOf(await begin(grant))).toEqual([422, 'grant-used-up']);
    expect([await usedOf(grant), await refusals(grant)]).toEqual([2, 2]);
    expect(await waysOf()).toMatchObject([{ key: 'on-site', count: 2 }]);
  });
  test('after the term of the grant, and the day after it was begun', async () => {
    const grant = await onSite({ days: 7 });
    const reading = await begun(grant);
    kit.days(1);
    expect(typeOf(await page(reading))).toEqual([409, 'reading-over']);
    expect(typeOf(await openFile(reading))).toEqual([409, 'reading-over']);
    kit.days(6);
    expect(typeOf(await begin(grant))).toEqual([409, 'grant-expired']);
    expect(await refusals(grant)).toBe(3);
  });
  test('when the grant is withdrawn meanwhile', async () => {
    const grant = await onSite();
    const reading = await begun(grant);
    await keeper(post(`/service/grants/${grant}/withdrawal`, { reason: '用途不符。' }));
    expect(typeOf(await page(reading))).toEqual([409, 'grant-withdrawn']);
  });
  test('of a grant that is read online', async () => {
    const { id } = await granted();
    expect(typeOf(await begin(id))).toEqual([409, 'reading-not-on-site']);
  });
  test('in another archive, where there is no such thing', async () => {
    const grant = await onSite();
    const reading = await begun(grant);
    const body = { reader: 'person', name: 'zhao' };
    expect((await clerk(post(`/service/grants/${grant}/readings`, body), 'SD')).status).toBe(404);
    expect(
      (await clerk({ path: `/service/readings/${reading}/files/1/pages/1`, headers: pdf }, 'SD')).status,
    ).toBe(404);
  });
});

test('two files opened at once are both noted; one opened again is written down again', async () => {
  const grant = await onSite({}, ['Z01/正文.pdf', 'F01/附图.pdf']);
  const reading = await begun(grant);
  const replies = await Promise.all([openFile(reading, 2), openFile(reading, 1)]);
  expect([replies.map(({ status }) => status), kit.errors()]).toEqual([[201, 201], []]);
  expect((await openFile(reading, 2)).status).toBe(201);
  expect((await clerk({ path: `/service/readings/${reading}` })).body['opened']).toEqual([1, 2]);
  for (const no of [1, 2]) expect((await page(reading, no)).status).toBe(200);
  const written = await auditOf(tables, kit.inside.table, reading);
  expect(written.filter((one) => one === 'service.open-reading-file')).toHaveLength(3);
});

test('what is no PDF is not read page by page, and it is said why; broken ones neither', async () => {
  const grant = await onSite({}, ['Z01/正文.pdf', 'C01/剖面.sgy']);
  const reading = await begun(grant);
  const { body } = await clerk({ path: `/service/readings/${reading}` });
  expect(body['files']).toMatchObject([{ byPage: true }, { byPage: false }]);
  expect(typeOf(await openFile(reading, 2))).toEqual([422, 'not-by-page']);
  expect(typeOf(await page(reading, 2))).toEqual([409, 'file-not-opened']);
  const record = (await kit.inside.grants.get(grant))?.body.recordId ?? '';
  const files = (await kit.inside.dossierFiles.list(record, undefined)).items;
  const broken = files.map((file) => ({ ...file, key: `${file.key}x`, size: 9 }));
  for (const { key } of broken) await kit.archive.put(key, Buffer.from('not a PDF'));
  await kit.inside.dossierFiles.putPage(record, 1, broken);
  expect(typeOf(await openFile(reading))).toEqual([422, 'not-stampable']);
});

test('a record that leaves the catalogue, or was found to be a secret, is not shown any more', async () => {
  const grant = await onSite();
  const reading = await begun(grant);
  await openFile(reading);
  expect((await page(reading)).status).toBe(200);
  const record = (await kit.inside.grants.get(grant))?.body.recordId ?? '';
  const found = await kit.inside.dossiers.get(record);
  if (found === undefined) throw new Error('no dossier');
  await kit.inside.dossiers.change(
    found,
    { ...found.body, secrecy: 'secret' },
    { action: 'test.classify', by: { worker: 'test' } },
  );
  expect((await page(reading)).status).toBe(409);
});
