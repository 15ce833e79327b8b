import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { recordDocument } from '../documents/issue.ts';
import { publicDocumentRoutes } from '../documents/public.ts';
import { type ServiceKit, serviceKit } from './testing/kit.ts';
import { plays } from './testing/play.ts';

jest.setTimeout(120_000);
let tables: TestTables;
let kit: ServiceKit;
const prices = [
  {
    version: '2026-1',
    from: '2026-01-01',
    items: [
      { charge: 'paper-copy' as const, unit: 'page' as const, fen: 35 },
      { charge: 'carrier' as const, unit: 'piece' as const, fen: 4990 },
    ],
  },
];
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await serviceKit(tables);
  kit.setPrices(prices);
});

const { post, filed, keeper, see, take, decide } = plays(() => kit);
const open = async (more: Record<string, unknown> = {}) => {
  const request = await filed([await kit.record({ protectedUntil: undefined })], more);
  await take(request);
  return request;
};
const lines = [
  { charge: 'paper-copy', quantity: 203 },
  { charge: 'carrier', quantity: 1 },
];
const quote = (id: string, body: Record<string, unknown> = {}) =>
  keeper(post(`/service/requests/${id}/quotes`, { lines, text: '请确认费用。', ...body }));
const own = async (id: string) => (await kit.person('zhao', { path: `/service/requests/${id}` })).body;
const answer = (id: string, how: string, no = 1, who = 'zhao') =>
  kit.person(who, post(`/service/requests/${id}/quote-answer`, { no, answer: how }));
const pay = (id: string, body: Record<string, unknown> = {}) =>
  keeper(post(`/service/requests/${id}/payment`, { on: '2026-11-22', how: 'transfer', ...body }));

test('quoted, accepted, granted, paid; the receipt is issued and its person prints it', async () => {
  const request = await open();
  expect((await see(request))['prices']).toMatchObject({ version: '2026-1' });
  expect((await decide(request)).status).toBe(422);
  const offered = await quote(request);
  expect(offered.body).toMatchObject({
    state: 'waiting',
    quote: { no: 1, state: 'offered', total: 203 * 35 + 4990, prices: '2026-1' },
  });
  await kit.arrive();
  expect(await own(request)).toMatchObject({
    quote: { total: 12_095 },
    can: ['answer', 'quote', 'withdraw'],
  });
  expect((await answer(request, 'accepted', 1, 'qian')).status).toBe(404);
  const accepted = await answer(request, 'accepted');
  expect([accepted.status, accepted.body['can']]).toEqual([202, ['answer', 'withdraw']]);
  // Twice, before the archive knows: the second is no answer any more.
  expect((await answer(request, 'declined')).status).toBe(409);
  await kit.arrive();
  expect(await see(request)).toMatchObject({ state: 'in-hand', quote: { state: 'accepted' } });
  expect((await quote(request)).status).toBe(409);
  expect((await decide(request)).status).toBe(200);
  expect((await pay(request, { on: '2027-01-01' })).status).toBe(400);
  const paid = await pay(request, { reference: 'B-7' });
  expect(paid.body).toMatchObject({
    state: 'decided',
    quote: { state: 'paid', paid: { receipt: 'SJ-NGA-2026-000001', reference: 'B-7' } },
  });
  expect((await pay(request)).status).toBe(409);
  const [paper] = await kit.cases.dataOf('archive', 'DocumentIssued');
  expect(paper).toMatchObject({ kind: 'use-receipt', says: { total: 12_095, submitterName: 'zhao' } });
  expect(JSON.stringify(paper)).not.toContain('sub-zhao');
  await kit.arrive();
  if (paper === undefined) throw new Error('no receipt');
  await recordDocument(kit.outside.documents, paper);
  const deps = { ...kit.outside, fonts: kit.inside.fonts, held: false };
  const papers = caller(() => deps, publicDocumentRoutes);
  const print = (who: string, role = 'REGISTERED_USER', more = {}) =>
    papers.call({
      ...post(`/documents/issued/${paper.number}/prints`, {}),
      claims: claimsOf(who, [role], more),
    });
  expect((await print('zhao')).status).toBe(200);
  expect((await print('qian')).status).toBe(404);
  expect((await print('boss', 'SUBMITTER_ADMIN', { 'custom:organisation': 'MINE' })).status).toBe(404);
  const kinds = (await kit.noticesOf('zhao')).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['use-quoted', 'use-paid', 'use-decided']));
});

test('declined, nothing is granted; another quote can be accepted, an answer to the old one is none', async () => {
  const request = await open();
  await quote(request);
  await kit.arrive();
  await answer(request, 'declined');
  await kit.arrive();
  expect((await see(request))['quote']).toMatchObject({ no: 1, state: 'declined' });
  expect((await decide(request)).status).toBe(422);
  expect((await pay(request)).status).toBe(409);
  await quote(request, { lines: [{ charge: 'paper-copy', quantity: 2 }] });
  await kit.arrive();
  expect((await answer(request, 'accepted', 1)).status).toBe(409);
  expect((await answer(request, 'accepted', 2)).status).toBe(202);
  await kit.arrive();
  expect((await see(request))['quote']).toMatchObject({ no: 2, state: 'accepted', total: 70 });
});

test('free of charge: said so by staff, or in the public interest; what the list does not price is refused', async () => {
  const request = await open();
  const wrong = await quote(request, { lines: [{ charge: 'scan', quantity: 1 }] });
  expect([wrong.status, wrong.body['type']]).toEqual([422, 'rule-broken']);
  const free = await quote(request, { lines: [], text: '件数少，免费。' });
  expect(free.body).toMatchObject({ state: 'in-hand', quote: { state: 'waived', total: 0 } });
  expect((await decide(request)).status).toBe(200);
  const relief = await open({ askerKind: 'relief', purpose: 'relief' });
  expect((await decide(relief)).status).toBe(200);
});

test('where no price list counts nothing of prices shows, and nothing is quoted', async () => {
  kit.setPrices([{ ...prices[0], from: '2025-01-01', until: '2025-12-31' } as (typeof prices)[number]]);
  const request = await open();
  const seen = await see(request);
  expect([seen['prices'], seen['quote']]).toEqual([undefined, undefined]);
  expect((await quote(request)).status).toBe(409);
  expect((await decide(request)).status).toBe(200);
  await kit.arrive();
  expect(await own(request)).not.toHaveProperty('quote');
});
