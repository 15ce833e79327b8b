import { limits } from '@geoarchive/domain/limits.ts';
import { quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { queueDaily } from '../supervision/daily.ts';
import { auditOf, eventsIn } from '../testing/written.ts';

jest.setTimeout(60_000);
quietPowertools();
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
});

type Who = Parameters<ArchiveKit['as']>[0];
const input = {
  ...{ custodian: 'CNPC', authority: 'ministry', title: '油气原始资料委托保管' },
  scope: { kinds: ['original'], area: '塔里木盆地' },
  ...{ duties: '完整保管，提供利用。', start: '2024-01-01', end: '2026-12-31' },
};
const at = '/custody/agreements';
const post = (who: Who, path: string, body: object, node?: string) =>
  kit.as(who, { method: 'POST', path, body }, node);
const draft = async (more: object = {}) => {
  const { status, body } = await post('ministry', at, { ...input, ...more });
  expect(status).toBe(201);
  return String(body['id']);
};
const move = (id: string, how: string, more: object = {}, who: Who = 'ministry', node?: string) =>
  post(who, `${at}/${id}/moves`, { move: how, text: '同意', ...more }, node);
const signed = async (more: object = {}) => {
  const id = await draft(more);
  expect((await move(id, 'sign')).status).toBe(200);
  return id;
};
const seen = async (who: Who, node?: string, query: Record<string, string[]> = {}) => {
  const { body } = await kit.as(who, { path: at, query }, node);
  return (body['items'] as { id: string }[]).map(({ id }) => id);
};

describe('an agreement', () => {
  test('is drafted with a number, signed, and raises AgreementSigned', async () => {
    const id = await signed();
    const { body } = await kit.as('custodian', { path: `${at}/${id}` }, 'CNPC');
    expect(body).toMatchObject({
      number: 'WT-CNPC-2026-001',
      state: 'in-force',
      standing: 'soon',
      moves: [],
    });
    const found = await eventsIn(tables, kit.table);
    expect(found.map(({ type }) => type)).toEqual(['AgreementSigned']);
    expect((await auditOf(tables, kit.table, id)).toSorted()).toEqual([
      'custody.draft-agreement',
      'custody.move-agreement',
    ]);
  });
  test('is changed while it is a draft only', async () => {
    const id = await draft();
    const { custodian: _, authority: _a, ...rest } = input;
    const edit = () =>
      kit.as('ministry', { method: 'PUT', path: `${at}/${id}`, body: { ...rest, title: '改' } });
    expect((await edit()).body).toMatchObject({ title: '改', version: 2 });
    await move(id, 'sign');
    expect((await edit()).status).toBe(409);
  });
  test.each([
    ['a term that ends before it starts', { end: '2023-12-31' }],
    ['a node that is no custodian', { custodian: 'NGA' }],
    ['nothing entrusted', { scope: { kinds: [] } }],
    ['a predecessor that is not there', { predecessor: '01KAJ5M7N8P9Q0R1S2T3V4W5Y1' }],
  ])('is refused with %s', async (_, more) => {
    expect((await post('ministry', at, { ...input, ...more })).status).toBe(400);
  });
  test('renews the one before it in the transaction that signs it', async () => {
    const old = await signed();
    const next = await signed({ predecessor: old, start: '2027-01-01', end: '2029-12-31' });
    const { body } = await kit.as('ministry', { path: `${at}/${old}` });
    expect(body).toMatchObject({ state: 'renewed', successor: { id: next, number: 'WT-CNPC-2026-002' } });
    // A second successor would renew it twice.
    expect((await post('ministry', at, { ...input, predecessor: old })).status).toBe(422);
  });
  test('ends with a plan of the hand-back, and is handed back', async () => {
    const id = await signed();
    expect((await move(id, 'end')).status).toBe(400);
    const handBack = { plan: '分三批移交', by: '2027-06-30', to: '全国地质资料馆' };
    expect((await move(id, 'end', { handBack })).body).toMatchObject({ state: 'ending', handBack });
    expect((await move(id, 'confirm-back')).body).toMatchObject({ state: 'handed-back', moves: [] });
  });
  test('keeps its papers, looked at before', async () => {
    const id = await draft();
    const attach = (content: string) =>
      post('ministry', `${at}/${id}/documents`, { name: '协议.pdf', content });
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n').toString('base64');
    const { status, body } = await attach(pdf);
    expect(status).toBe(201);
    const [file] = body['documents'] as { id: string; format: string }[];
    expect(file).toMatchObject({ name: '协议.pdf', format: 'pdf' });
    expect((await kit.as('ministry', { path: `${at}/${id}/documents/${file?.id}/content` })).status).toBe(
      200,
    );
    expect((await attach(Buffer.from([0, 1, 2, 3]).toString('base64'))).status).toBe(400);
    expect((await attach(Buffer.alloc(limits.attachmentBytes + 1).toString('base64'))).status).toBe(400);
  });
});

describe('who sees and does what', () => {
  test('a custodian sees its own, once they are signed', async () => {
    const id = await signed();
    await draft();
    await signed({ custodian: 'CNNC' });
    expect(await seen('custodian', 'CNPC')).toEqual([id]);
    expect((await kit.as('custodian', { path: `${at}/${id}` }, 'CNNC')).status).toBe(404);
    expect((await move(id, 'end', {}, 'custodian', 'CNPC')).status).toBe(403);
    expect((await kit.as('keeper', { path: at })).status).toBe(403);
  });
  test('a province entrusts in its own name, and does not see what the ministry entrusted', async () => {
    const ministrys = await signed();
    expect((await post('province', at, input, 'HB')).status).toBe(400);
    const { status, body } = await post('province', at, { ...input, authority: '420000' }, 'HB');
    expect(status).toBe(201);
    const own = String(body['id']);
    expect((await move(own, 'sign', {}, 'province', 'HB')).status).toBe(200);
    expect(await seen('province', 'HB')).toEqual([own]);
    expect((await move(ministrys, 'end', {}, 'province', 'HB')).status).toBe(404);
    expect((await seen('ministry')).sort()).toEqual([ministrys, own].sort());
  });
  test('a list is narrowed by how terms stand', async () => {
    const expired = await signed({ end: '2026-01-01' });
    const soon = await signed();
    await signed({ end: '2030-01-01' });
    expect(await seen('inspector', 'NGA', { standing: ['expired'] })).toEqual([expired]);
    expect(await seen('ministry', 'NGA', { standing: ['soon'] })).toEqual([soon]);
  });
});

test('the clock tells both parties once a day that counts, and once more when it has expired', async () => {
  const id = await signed();
  const told = async () =>
    (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'AgreementDue').length;
  const run = async (day: string) => {
    kit.time.now = new Date(`${day}T02:00:00.000Z`);
    await queueDaily(kit);
    await kit.work();
    return told();
  };
  expect(await run('2026-11-23')).toBe(1);
  expect(await run('2026-11-24')).toBe(1);
  expect(await run('2026-12-05')).toBe(2);
  expect(await run('2027-02-01')).toBe(3);
  expect(await run('2027-03-01')).toBe(3);
  expect(await auditOf(tables, kit.table, id)).toContain('custody.remind-agreement');
});
