import { randomBytes } from 'node:crypto';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { PDFDocument, PDFName } from 'pdf-lib';
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

const { post, keeper, granted, listIn, typeOf } = plays(() => kit);
const clerk = (request: Parameters<ServiceKit['as']>[2], node?: string) =>
  kit.as('qian', 'ARCHIVE_CLERK', request, node);
const reading = async (reader: unknown = { reader: 'person', name: 'zhao' }) => {
  const { id: grant } = await granted({ mode: 'on-site' }, ['Z01/正文.pdf', 'C01/剖面.sgy']);
  const reply = await clerk(post(`/service/grants/${grant}/readings`, reader));
  expect([reply.status, kit.errors()]).toEqual([201, []]);
  return { grant, id: String(reply.body['id']) };
};
const ask = (id: string, more: Record<string, unknown> = {}) =>
  clerk(
    post(`/service/readings/${id}/copies`, { no: 1, pages: [3, 1, 3], copies: 2, text: '课题附图', ...more }),
  );
const decide = (id: string, outcome = 'grant') =>
  keeper(post(`/service/copies/${id}/decision`, { outcome, reasons: '用于所述课题。' }));
const fileOf = (id: string) =>
  clerk({ path: `/service/copies/${id}/file`, headers: { Accept: 'application/pdf' } });
const inState = async (query: Record<string, string[]>) =>
  listIn((await clerk({ path: '/service/copies', query })).body, 'items').map(({ number, state }) => [
    number,
    state,
  ]);

test('pages are asked for while reading, granted, made with exactly those and the watermark, and handed over once', async () => {
  const { id, grant } = await reading();
  const asked = await ask(id);
  expect([asked.status, kit.errors()]).toEqual([201, []]);
  expect(asked.body).toMatchObject({
    ...{ number: 'FZ-NGA-2026-000001', state: 'asked', pages: [1, 3], copies: 2, name: 'zhao' },
    ...{ path: 'Z01/正文.pdf', moves: [] },
  });
  const copy = String(asked.body['id']);
  expect(await inState({ state: ['asked'] })).toEqual([['FZ-NGA-2026-000001', 'asked']]);
  expect((await fileOf(copy)).status).toBe(409);
  // The desk does not decide.
  expect(
    (await clerk(post(`/service/copies/${copy}/decision`, { outcome: 'grant', reasons: 'x' }))).status,
  ).toBe(403);
  const decided = await decide(copy);
  expect([decided.status, kit.errors()]).toEqual([200, []]);
  expect(decided.body).toMatchObject({
    state: 'granted',
    moves: ['refuse', 'hand'],
    decided: { by: 'wang', reasons: '用于所述课题。' },
  });
  expect(decided.body).not.toHaveProperty('cost');
  const { pages } = await readPdf(Buffer.from((await fileOf(copy)).answer.body, 'base64'));
  expect(pages.map((page) => /Page (\d)/.exec(page)?.[1])).toEqual(['1', '3']);
  for (const part of ['zhao', 'FZ-NGA-2026-000001', '2026-11-22'])
    expect(pages[1]?.replaceAll(/\s/g, '')).toContain(part);
  const handed = await clerk(post(`/service/copies/${copy}/handover`));
  expect(handed.body).toMatchObject({ state: 'handed', handed: { by: 'qian' }, moves: [] });
  expect((await clerk(post(`/service/copies/${copy}/handover`))).status).toBe(409);
  expect((await fileOf(copy)).status).toBe(409);
  expect(await inState({ state: ['asked'] })).toEqual([]);
  expect(await inState({ grant: [grant] })).toEqual([['FZ-NGA-2026-000001', 'handed']]);
  expect((await auditOf(tables, kit.inside.table, copy)).sort()).toEqual([
    'service.ask-copy',
    'service.decide-copy',
    'service.hand-copy',
    'service.read-copy',
  ]);
  const told = await eventTypesIn(tables, kit.inside.table);
  expect(told.filter((type) => type === 'CopyMoved')).toHaveLength(3);
});

test('where there is a price list a copy costs what it says by the page', async () => {
  const { id } = await reading();
  kit.setPrices([
    { version: '示例', from: '2026-01-01', items: [{ charge: 'paper-copy', unit: 'page', fen: 30 }] },
  ]);
  const decided = await decide(String((await ask(id)).body['id']));
  expect(decided.body).toMatchObject({ cost: { prices: '示例', total: 120, lines: [{ quantity: 4 }] } });
});

test('refused with its reason, which the reader sees; also after it was granted, and then not any more', async () => {
  const { id, grant } = await reading();
  const copy = String((await ask(id)).body['id']);
  await decide(copy);
  const refused = await decide(copy, 'refuse');
  expect(refused.body).toMatchObject({ state: 'refused', decided: { reasons: '用于所述课题。' }, moves: [] });
  expect((await decide(copy)).status).toBe(409);
  expect((await fileOf(copy)).status).toBe(409);
  expect(await inState({ grant: [grant], state: ['refused'] })).toEqual([['FZ-NGA-2026-000001', 'refused']]);
  expect(await inState({ grant: [grant], state: ['asked'] })).toEqual([]);
});

test('is refused for pages that are not there, a file without pages, what staff read, and a reading that is over', async () => {
  const { id, grant } = await reading();
  expect(typeOf(await ask(id, { pages: [3, 4] }))).toEqual([422, '4']);
  expect(typeOf(await ask(id, { no: 2 }))).toEqual([422, 'not-by-page']);
  expect((await ask(id, { no: 9 })).status).toBe(404);
  expect((await ask(id, { copies: 0 })).status).toBe(400);
  expect((await ask(id, { pages: [] })).status).toBe(400);
  const staff = await clerk(post(`/service/grants/${grant}/readings`, { reader: 'staff' }));
  expect((await ask(String(staff.body['id']))).status).toBe(422);
  kit.days(1);
  expect(typeOf(await ask(id))).toEqual([409, 'reading-over']);
  expect(await inState({})).toEqual([]);
});

/** Each page as large as the scan of one in colour: two fit an answer, three do not. */
const scanned = async (): Promise<Uint8Array> => {
  const made = await PDFDocument.create();
  for (let no = 1; no <= 3; no += 1) {
    const { context } = made;
    const scan = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: {} };
    const page = made.addPage([595, 842]);
    page.node.normalize();
    page.node.setXObject(PDFName.of('Scan'), context.register(context.stream(randomBytes(1_900_000), scan)));
    page.node.addContentStream(context.register(context.stream('q /Scan Do Q')));
  }
  return made.save();
};

test('pages that are too large together are refused when they are asked for; fewer of them are made', async () => {
  const { id, grant } = await reading();
  const record = (await kit.inside.grants.get(grant))?.body.recordId ?? '';
  const bytes = await scanned();
  const { items } = await kit.inside.dossierFiles.list(record, undefined);
  const files = items.map((file) => ({ ...file, key: `${file.key}-scan`, size: bytes.length }));
  for (const { key } of files) await kit.archive.put(key, bytes);
  await kit.inside.dossierFiles.putPage(record, 1, files);
  expect(typeOf(await ask(id, { pages: [1, 2, 3] }))).toEqual([422, 'pages-too-large']);
  expect(await inState({})).toEqual([]);
  const copy = String((await ask(id, { pages: [1, 2] })).body['id']);
  expect((await decide(copy)).status).toBe(200);
  expect((await fileOf(copy)).status).toBe(200);
});

test('is not made of what was withdrawn meanwhile, nor seen or decided in another archive', async () => {
  const { id, grant } = await reading();
  const copy = String((await ask(id)).body['id']);
  const other = post(`/service/copies/${copy}/decision`, { outcome: 'grant', reasons: 'x' });
  expect((await kit.as('li', 'ARCHIVE_KEEPER', other, 'SD')).status).toBe(404);
  expect((await keeper(other)).status).toBe(200);
  expect((await clerk({ path: '/service/copies', query: { grant: [grant] } }, 'SD')).status).toBe(404);
  expect(listIn((await clerk({ path: '/service/copies' }, 'SD')).body, 'items')).toEqual([]);
  await keeper(post(`/service/grants/${grant}/withdrawal`, { reason: '用途不符。' }));
  expect((await fileOf(copy)).status).toBe(409);
});
