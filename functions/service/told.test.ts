import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { grantTold } from './own-grants.ts';
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

const { post, filed, keeper, take, itemsOf, decide, granted } = plays(() => kit);
const kindsOf = async (who: string) => (await kit.noticesOf(who)).map(({ kind }) => kind);
const write = (id: string, as: 'message' | 'ask', text: string) =>
  kit.cases.as('wang', 'ARCHIVE_KEEPER', post(`/cases/items/${id}/messages`, { as, text }));

test('a person is told of question, message, decision and grant, each once, and nobody else is', async () => {
  const [one, two] = [await kit.record({ protectedUntil: undefined }), await kit.record()];
  const request = await filed([one, two]);
  await take(request);
  expect((await write(request, 'ask', '请补充介绍信。')).status).toBe(201);
  await kit.arrive();
  expect(await kindsOf('zhao')).toEqual(['use-asked']);
  await kit.person('zhao', post(`/service/requests/${request}/messages`, { text: '见附件。' }));
  await kit.arrive();
  expect((await write(request, 'message', '已收到。')).status).toBe(201);
  await kit.arrive();
  expect(await kindsOf('zhao')).toEqual(['use-asked', 'use-written']);
  const [first, second] = await itemsOf(request);
  await decide(request, {}, String(first?.['itemId']));
  await kit.arrive();
  await decide(request, { outcome: 'refuse', reasons: '处于保护期。' }, String(second?.['itemId']));
  // Everything comes again, as queues bring it.
  for (let again = 0; again < 3; again += 1) await kit.arrive();
  const told = await kit.noticesOf('zhao');
  expect(told.map(({ kind }) => kind).sort()).toEqual(
    ['use-asked', 'use-written', 'use-item-decided', 'grant-delivered', 'use-decided'].sort(),
  );
  const decided = told.find(({ kind }) => kind === 'use-decided');
  expect(decided).toMatchObject({
    title: { zh: expect.stringMatching(/：部分许可$/), en: expect.stringMatching(/: Granted in part$/) },
    link: `/use/requests/${request}`,
  });
  // Reasons and titles stay in the system: the mail says what the inbox says.
  expect(JSON.stringify(told)).not.toMatch(/保护期|金矿|介绍信/);
  expect(await kit.noticesOf('qian')).toEqual([]);
  const proof = (await tables.all(kit.outside.table)).filter(
    ({ action, pk }) => action === 'notice.put' && String(pk).includes('notice#person#sub-zhao#'),
  );
  expect(proof).toHaveLength(5);
});

test('a request of which nothing can be asked for ends at once, and with what is left where some can', async () => {
  const nothing = await filed([await kit.record({ node: 'SD' }), await kit.record({ secrecy: 'secret' })]);
  for (let again = 0; again < 2; again += 1) await kit.arrive();
  expect(await kindsOf('zhao')).toEqual(['use-inadmissible']);
  const own = (await kit.person('zhao', { path: `/service/requests/${nothing}` })).body;
  expect(own).toMatchObject({
    state: 'inadmissible',
    can: [],
    uses: [{ state: 'refused' }, { state: 'refused' }],
  });
  const some = await filed([await kit.record({ node: 'SD' }), await kit.record()]);
  await take(some);
  const [, second] = await itemsOf(some);
  const end = await decide(some, { outcome: 'refuse', reasons: '处于保护期。' }, String(second?.['itemId']));
  expect(end.body).toMatchObject({ state: 'decided', decision: { outcome: 'refused' } });
});

test('what was refused on receipt is told at once; a request that is not admitted, too', async () => {
  const request = await filed([await kit.record({ node: 'SD' }), await kit.record()]);
  expect(await kindsOf('zhao')).toEqual(['use-item-decided']);
  await take(request);
  const reply = await kit.cases.as(
    'wang',
    'ARCHIVE_KEEPER',
    post(`/cases/items/${request}/rejection`, { reason: '材料不实。' }),
  );
  expect(reply.status).toBe(200);
  await kit.arrive();
  expect(await kindsOf('zhao')).toEqual(['use-item-decided', 'use-inadmissible']);
});

test('the last days of a grant are told once for each last day, then that it expired', async () => {
  const { id } = await granted();
  const grants = async () => (await kindsOf('zhao')).filter((kind) => kind.startsWith('grant-'));
  const day = async (count: number) => {
    kit.days(count);
    await kit.expire();
    await kit.arrive();
    return grants();
  };
  // Granted on the 22nd for seven days: its last day is the 28th.
  expect(await day(2)).toEqual(['grant-delivered']);
  expect(await day(1)).toEqual(['grant-delivered', 'grant-expiring']);
  expect(await day(1)).toEqual(['grant-delivered', 'grant-expiring']);
  await keeper(post(`/service/grants/${id}/extension`, { days: 5, reads: 0, reason: '尚未读完。' }));
  await kit.arrive();
  const before = ['grant-delivered', 'grant-expiring', 'grant-extended'];
  expect(await day(1)).toEqual(before);
  expect(await day(4)).toEqual([...before, 'grant-expiring']);
  expect(await day(4)).toEqual([...before, 'grant-expiring', 'grant-expired']);
  const [last] = (await kit.noticesOf('zhao')).slice(-1);
  expect(last?.text.zh).toContain('2026-12-03');
});

test('a grant that is withdrawn is told; news that comes twice, once', async () => {
  const { id } = await granted();
  await keeper(post(`/service/grants/${id}/withdrawal`, { reason: '用途不符。' }));
  await kit.arrive();
  const told = await kit.cases.dataOf('archive', 'GrantTold');
  await Promise.all(told.map((one) => grantTold(kit.outside, one)));
  const grants = (await kit.noticesOf('zhao')).filter(({ kind }) => kind.startsWith('grant-'));
  expect(grants.map(({ kind, link }) => [kind, link])).toEqual([
    ['grant-delivered', `/use/grants/${id}`],
    ['grant-withdrawn', `/use/grants/${id}`],
  ]);
});
