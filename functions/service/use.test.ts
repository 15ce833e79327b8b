import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { auditOf } from '../testing/written.ts';
import { countOpening } from './count.ts';
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

const {
  post,
  listIn,
  asked,
  filed,
  keeper,
  see,
  take,
  itemsOf,
  firstItem,
  decide,
  consent,
  granted,
  open,
  typeOf,
} = plays(() => kit);
const portalAudit = (id: string) => auditOf(tables, kit.portal.table, id);

test('a protected record: asked for, consented to, granted, delivered with a watermark, read, expired', async () => {
  const record = await kit.record();
  const request = await filed([record]);
  expect(await see(request)).toMatchObject({
    kind: 'use',
    state: 'opened',
    items: [{ recordId: record, state: 'asked', needs: ['consent', 'unit-letter', 'identity'], moves: [] }],
  });
  await take(request);
  // Not without the consent, whatever staff tick.
  const early = await decide(request, { checked: ['consent', 'identity', 'unit-letter'] });
  expect(typeOf(early)).toEqual([422, 'consent']);

  const answered = await consent(request);
  expect([answered.status, answered.body['state']]).toEqual([202, 'given']);
  expect((await itemsOf(request))[0]).toMatchObject({
    state: 'consented',
    consent: { answer: 'given', organisation: 'MINE' },
  });

  const decided = await decide(request);
  expect(decided.body).toMatchObject({ state: 'decided', decision: { outcome: 'granted' } });
  await kit.arrive();
  const [mine] = listIn((await kit.reader('zhao', { path: '/delivery/grants' })).body, 'items');
  expect(mine).toMatchObject({ number: 'LY-NGA-2026-000001', state: 'active', used: 0, allowed: 2 });
  expect(mine?.['until']).toBe('2026-11-28');
  expect(mine).not.toHaveProperty('person');
  const id = String(mine?.['id']);

  const pdf = (await kit.delivery.readAll(`delivery/${id}/000001`)) ?? new Uint8Array();
  const { pages } = await readPdf(pdf);
  const said = pages.join('').replaceAll(/\s/g, '');
  for (const part of ['zhao', '某地质勘查院', 'LY-NGA-2026-000001', '2026-11-22'])
    expect(said).toContain(part);

  const link = await open(id);
  expect([link.status, link.body['used']]).toEqual([201, 1]);
  expect(link.body['url']).toContain(`delivery/${id}/000001`);
  await kit.arrive();
  await kit.arrive();
  const inside = await keeper({ path: `/service/grants/${id}` });
  expect(inside.body).toMatchObject({ state: 'active', used: 1 });

  kit.days(8);
  expect(typeOf(await open(id))).toEqual([409, 'grant-expired']);
  expect((await kit.reader('zhao', { path: `/delivery/grants/${id}` })).body['state']).toBe('expired');
  expect([await kit.expire(), await kit.expire()]).toEqual([1, 0]);
  await kit.arrive();
  expect(kit.delivery.keys()).toEqual([]);
  expect(await portalAudit(id)).toContain('delivery.refuse');
  const figures = await keeper({ path: '/service/figures', query: { year: ['2026'] } });
  expect(figures.body).toMatchObject({
    total: { count: 1 },
    byPurpose: [{ key: 'research', count: 1 }],
    byAskerKind: [{ key: 'unit', count: 1 }],
    byWay: [{ key: 'read-online', count: 1 }],
    byRecord: [{ key: record, count: 1 }],
  });
  expect(kit.errors()).toEqual([]);
});

describe('a grant is refused', () => {
  test('to another person, who learns nothing of it, and it is written down', async () => {
    const { id } = await granted();
    expect(typeOf(await open(id, 'qian'))).toEqual([403, 'grant-of-another']);
    expect(typeOf(await open(id, 'qian', 99))).toEqual([403, 'grant-of-another']);
    expect((await kit.reader('qian', { path: `/delivery/grants/${id}` })).status).toBe(404);
    expect(listIn((await kit.reader('qian', { path: '/delivery/grants' })).body, 'items')).toEqual([]);
    expect((await portalAudit(id)).filter((one) => one === 'delivery.refuse')).toHaveLength(2);
  });
  test('more often than it allows, also when many come at once', async () => {
    const { id } = await granted();
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => open(id)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(2);
    for (const reply of replies.filter(({ status }) => status !== 201))
      expect(typeOf(reply)).toEqual([422, 'grant-used-up']);
    expect((await kit.reader('zhao', { path: `/delivery/grants/${id}` })).body['used']).toBe(2);
  });
  test('after it was withdrawn: its files go at once', async () => {
    const { id } = await granted();
    const reply = await keeper(post(`/service/grants/${id}/withdrawal`, { reason: '用途不符。' }));
    expect(reply.body).toMatchObject({ state: 'withdrawn', ended: '用途不符。' });
    await kit.arrive();
    expect(kit.delivery.keys()).toEqual([]);
    expect(typeOf(await open(id))).toEqual([409, 'grant-withdrawn']);
    const again = await keeper(
      post(`/service/grants/${id}/extension`, { days: 3, reads: 1, reason: '再用。' }),
    );
    expect(again.status).toBe(409);
  });
});

test('what ended grants left in the delivery bucket is swept away; what runs, and what nothing is known of, stays', async () => {
  const [ended, runs] = [(await granted()).id, (await granted({ days: 30 })).id];
  const unknown = '01KAHZ6YB8Q5T2W9X3C7V4N6M1';
  await kit.delivery.put(`delivery/${unknown}/000001`, Buffer.from('on its way'));
  expect(await kit.sweep()).toBe(0);
  await keeper(post(`/service/grants/${ended}/withdrawal`, { reason: '用途不符。' }));
  await kit.arrive();
  // A delivery that came after the end.
  await kit.delivery.put(`delivery/${ended}/000001`, Buffer.from('late'));
  expect(await kit.sweep()).toBe(1);
  expect(kit.delivery.keys().sort()).toEqual(
    [`delivery/${runs}/000001`, `delivery/${unknown}/000001`].sort(),
  );
  // The news of its end never came: its last day is long over.
  kit.days(36);
  expect(await kit.sweep()).toBe(0);
  kit.days(2);
  expect(await kit.sweep()).toBe(1);
  expect(kit.delivery.keys()).toEqual([`delivery/${unknown}/000001`]);
});

test('a record that is taken off the portal ends its grants, and its files go', async () => {
  const { id } = await granted();
  const grantOf = await kit.inside.grants.get(id);
  await kit.recordWithdrawn(grantOf?.body.recordId ?? '');
  await kit.recordWithdrawn(grantOf?.body.recordId ?? '');
  await kit.arrive();
  expect(kit.delivery.keys()).toEqual([]);
  expect(typeOf(await open(id))).toEqual([409, 'grant-withdrawn']);
});

test('a grant is extended: more days and reads, and the count goes on where it was', async () => {
  const { id } = await granted({ allowed: 1 });
  expect((await open(id)).status).toBe(201);
  expect(typeOf(await open(id))).toEqual([422, 'grant-used-up']);
  await keeper(post(`/service/grants/${id}/extension`, { days: 10, reads: 1, reason: '尚未读完。' }));
  await kit.arrive();
  kit.days(9);
  expect((await open(id)).body).toMatchObject({ used: 2, allowed: 2 });
  expect(await kit.expire()).toBe(0);
});

describe('consent', () => {
  test.each([
    ['beside the request', { consent: { answer: 'given' } }],
    ['in a record of it', { records: [{ id: '01KAHZ6YB8Q5T2W9X3C7V4N6M1', title: 'x', consent: true }] }],
  ])('written into a request, %s, is refused and on the audit', async (_, forged) => {
    const record = await kit.record();
    const reply = await kit.person('zhao', post('/service/requests', await asked([record], forged)));
    expect([reply.status, reply.body['type']]).toEqual([422, 'rule-broken']);
    expect(await auditOf(tables, kit.outside.table, 'person#sub-zhao')).toEqual(['service.forged-consent']);
    expect(listIn((await kit.person('zhao', { path: '/service/requests' })).body, 'items')).toEqual([]);
  });
  test('is no business of another organisation', async () => {
    const request = await filed([await kit.record()]);
    await take(request);
    const reply = await consent(request, 'given', 'OTHER');
    expect(reply.status).toBe(404);
    expect((await itemsOf(request))[0]?.['state']).toBe('waiting');
    expect(listIn((await kit.submitter('OTHER', { path: '/service/consents' })).body, 'items')).toEqual([]);
  });
  test('is answered once; refused, the record can only be refused, or asked for again', async () => {
    const request = await filed([await kit.record()]);
    await take(request);
    await consent(request, 'refused');
    const item = await firstItem(request);
    const twice = await kit.submitter(
      'MINE',
      post(`/service/consents/${item}/answer`, { answer: 'given', text: 'x' }),
    );
    expect(twice.status).toBe(409);
    expect((await itemsOf(request))[0]).toMatchObject({ state: 'denied', consent: { answer: 'refused' } });
    expect((await decide(request)).status).toBe(422);
    const reply = await decide(request, { outcome: 'refuse', reasons: '汇交人不同意。' });
    expect(reply.body).toMatchObject({ state: 'decided', decision: { outcome: 'refused' } });
    await kit.arrive();
    const own = (await kit.person('zhao', { path: `/service/requests/${request}` })).body;
    expect(own['uses']).toMatchObject([{ state: 'refused', consent: 'refused', reasons: '汇交人不同意。' }]);
    expect(JSON.stringify(own)).not.toContain('boss-MINE');
  });
  test('is needed no more when protection has ended while nobody answered; the question is closed', async () => {
    const request = await filed([await kit.record({ protectedUntil: '2026-11-30' })]);
    await take(request);
    const item = await firstItem(request);
    await keeper(post(`/service/requests/${request}/items/${item}/consent-question`, { text: '请答复。' }));
    expect((await decide(request)).status).toBe(422);
    kit.days(30);
    expect((await decide(request)).status).toBe(200);
    await kit.arrive();
    const [question] = listIn((await kit.submitter('MINE', { path: '/service/consents' })).body, 'items');
    expect(question?.['state']).toBe('closed');
  });
  test('is asked no more when the request has ended, and an answer on its way changes nothing', async () => {
    const request = await filed([await kit.record()]);
    await take(request);
    const item = await firstItem(request);
    await keeper(post(`/service/requests/${request}/items/${item}/consent-question`, { text: '请答复。' }));
    await kit.arrive();
    await kit.submitter(
      'MINE',
      post(`/service/consents/${item}/answer`, { answer: 'given', text: '同意。' }),
    );
    const rejected = await kit.cases.as(
      'wang',
      'ARCHIVE_KEEPER',
      post(`/cases/items/${request}/rejection`, { reason: '材料不实。' }),
    );
    expect(rejected.status).toBe(200);
    await kit.arrive();
    expect((await itemsOf(request))[0]?.['state']).toBe('waiting');
    expect(await kit.cases.dataOf('archive', 'ConsentClosed')).toEqual([{ itemId: item }]);
  });
  test('on paper counts after staff looked at it; a paper that nobody sent does not', async () => {
    const paper = await kit.paper('zhao');
    const request = await filed([await kit.record()], { evidence: [paper] });
    await take(request);
    const item = await firstItem(request);
    const at = `/service/requests/${request}/items/${item}/consent-paper`;
    const unknown = '01KAHZ6YB8Q5T2W9X3C7V4N6M1';
    expect((await keeper(post(at, { evidence: unknown, text: '已核验。' }))).status).toBe(400);
    expect((await keeper(post(at, { evidence: paper, text: '已核验原件。' }))).status).toBe(200);
    expect((await decide(request)).status).toBe(200);
  });
});

describe('what can never be had', () => {
  test.each([
    ['a state secret', { secrecy: 'secret' as const }],
    ['what was never in the catalogue', { releaseVersion: 0, releasedAt: undefined }],
    ['what was taken off it and is proposed anew', { releaseVersion: 2, releasedAt: undefined }],
    ['what another archive keeps', { node: 'SD' }],
  ])('%s looks like no record at all', async (_, more) => {
    const request = await filed([await kit.record({ title: '绝密标题', ...more })]);
    const detail = await see(request);
    // Nothing of it can be decided: it has ended, and does not lie undecided for ever.
    expect(detail['state']).toBe('inadmissible');
    expect((await take(request)).status).toBe(409);
    expect(listIn(detail, 'items')[0]).toMatchObject({ state: 'refused', needs: ['refused'] });
    expect(JSON.stringify(detail)).not.toContain('绝密标题');
    expect((await decide(request)).status).toBe(409);
  });
  test('what was found to be a secret between decision and delivery is not delivered', async () => {
    const record = await kit.record();
    const request = await filed([record]);
    await take(request);
    await consent(request);
    await decide(request);
    const dossier = await kit.inside.dossiers.get(record);
    if (dossier === undefined) throw new Error('no dossier');
    await kit.inside.dossiers.change(
      dossier,
      { ...dossier.body, secrecy: 'secret' },
      { action: 'test', by: { worker: 'test' } },
    );
    await kit.arrive();
    expect(kit.delivery.keys()).toEqual([]);
    const [mine] = listIn((await kit.reader('zhao', { path: '/delivery/grants' })).body, 'items');
    expect(mine?.['state']).toBe('withdrawn');
  });
});

describe('routes of their own', () => {
  test('disaster relief: given at once without consent, reviewed after the fact by another person', async () => {
    const request = await filed([await kit.record()], { askerKind: 'relief', purpose: 'relief' });
    await take(request);
    const decided = await decide(request);
    await kit.arrive();
    const id = String(Object(Object(listIn(decided.body, 'items')[0])['grant'])['id']);
    expect((await open(id)).status).toBe(201);
    const seen = (await keeper({ path: `/service/grants/${id}` })).body;
    expect(seen).toMatchObject({ review: { due: '2026-12-04' }, reviews: false });
    const review = post(`/service/grants/${id}/review`, { outcome: 'objected', text: '与救灾无关。' });
    expect((await keeper(review)).status).toBe(403);
    expect(
      listIn((await kit.as('liu', 'PROVINCE_ADMIN', { path: '/service/grants' })).body, 'items'),
    ).toMatchObject([{ reviews: true }]);
    const reviewed = await kit.as('liu', 'PROVINCE_ADMIN', review);
    expect(reviewed.body).toMatchObject({ state: 'withdrawn', review: { done: { outcome: 'objected' } } });
    expect((await kit.as('liu', 'PROVINCE_ADMIN', review)).status).toBe(409);
    await kit.arrive();
    expect(kit.delivery.keys()).toEqual([]);
    const own = (await kit.reader('zhao', { path: `/delivery/grants/${id}` })).body;
    expect([own['state'], own['review']]).toEqual(['withdrawn', undefined]);
  });
  test('a foreign user: not without the number of the approval', async () => {
    const request = await filed([await kit.record({ protectedUntil: undefined })], { askerKind: 'foreign' });
    await take(request);
    const checked = ['identity', 'foreign-route'];
    expect((await decide(request, { checked: ['identity'], approval: '自然资外〔2026〕1号' })).status).toBe(
      422,
    );
    expect((await decide(request, { checked })).status).toBe(422);
    expect((await decide(request, { checked, approval: '自然资外〔2026〕1号' })).status).toBe(200);
  });
});

test('a grant to read on site: no link, recorded by staff within its count, in the figures', async () => {
  const { id } = await granted({ mode: 'on-site', allowed: 2 });
  expect(typeOf(await open(id))).toEqual([409, 'grant-on-site']);
  expect(kit.delivery.keys()).toEqual([]);
  const visits = await Promise.all([1, 2, 3].map(() => keeper(post(`/service/grants/${id}/visits`))));
  expect(visits.map(({ status }) => status).sort()).toEqual([200, 200, 422]);
  expect((await keeper({ path: `/service/grants/${id}` })).body['used']).toBe(2);
  kit.days(8);
  expect((await keeper(post(`/service/grants/${id}/visits`))).status).toBe(409);
  const figures = (await keeper({ path: '/service/figures', query: { year: ['2026'] } })).body;
  expect(figures).toMatchObject({ byWay: [{ key: 'on-site', count: 2 }] });
});

test('open downloads count by record and day, programs apart and in no total; the same news twice counts once', async () => {
  const record = await kit.record();
  const of = { recordId: record, node: 'NGA', bytes: 10 };
  const at = '2026-11-22T16:30:00.000Z';
  for (const id of ['a', 'b', 'a']) await countOpening(kit.inside, { ...of, robot: false }, { id, at });
  await countOpening(kit.inside, { ...of, robot: true }, { id: 'c', at });
  const figures = (await keeper({ path: '/service/figures', query: { year: ['2026'] } })).body;
  expect(figures).toMatchObject({ total: { count: 2, bytes: 20 }, byRecord: [{ key: record, count: 2 }] });
  expect(figures['byWay']).toEqual([
    { key: 'open-download', count: 2, bytes: 20 },
    { key: 'open-robot', count: 1, bytes: 10 },
  ]);
  const facts = [];
  for await (const fact of kit.inside.usage.of('NGA', '2026', '2026-11-23')) facts.push(fact.way);
  expect(facts.sort()).toEqual(['open-download', 'open-robot']);
});

test('how often a record was used crosses door 2 as totals, once for what moved, programs apart', async () => {
  const { id } = await granted();
  const recordId = (await kit.inside.grants.get(id))?.body.recordId ?? '';
  const of = { recordId, node: 'NGA', bytes: 10 };
  const at = '2026-11-22T16:30:00.000Z';
  const seen = (event: string, more: { robot: boolean; view?: true }) =>
    countOpening(kit.inside, { ...of, ...more }, { id: event, at });
  for (const event of ['a', 'b', 'a']) await seen(event, { robot: false, view: true });
  await seen('c', { robot: true, view: true });
  await seen('d', { robot: false });
  await seen('e', { robot: true });
  expect((await open(id)).status).toBe(201);
  await kit.arrive();
  expect(await kit.tellUsage()).toBe(1);
  await kit.arrive();
  const usage = { asOf: '2026-11-22', views: 2, downloads: 1, granted: 1, robots: 2 };
  expect(await kit.records.usageOf(recordId)).toEqual(usage);
  expect(await kit.tellUsage()).toBe(0);
  await seen('f', { robot: false, view: true });
  kit.days(1);
  expect(await kit.tellUsage()).toBe(1);
  await kit.arrive();
  expect(await kit.records.usageOf(recordId)).toEqual({ ...usage, asOf: '2026-11-23', views: 3 });
  // Views are no use: they stand in no statistics.
  const figures = (await keeper({ path: '/service/figures', query: { year: ['2026'] } })).body;
  expect(figures).toMatchObject({ total: { count: 2 } });
});

test('files that cannot carry a watermark are not read online, and are downloaded as they are', async () => {
  const record = await kit.record({ protectedUntil: undefined }, ['Z01/正文.pdf', 'Q01/测线.sgy']);
  const request = await filed([record]);
  await take(request);
  await decide(request, { mode: 'read-online' });
  await kit.arrive();
  const [read] = listIn((await kit.reader('zhao', { path: '/delivery/grants' })).body, 'items');
  expect(read).toMatchObject({ files: [{ no: 1 }], left: [{ no: 2, why: 'not-stampable' }] });
  const again = await filed([record]);
  await take(again);
  await decide(again, { mode: 'download' });
  await kit.arrive();
  const [newest] = listIn((await kit.reader('zhao', { path: '/delivery/grants' })).body, 'items');
  expect(newest).toMatchObject({ files: [{ no: 1 }, { no: 2 }], left: [] });
});

test('a delivery that takes long goes on where it stopped, and no file is dealt with twice', async () => {
  const paths = ['Z01/一.pdf', 'Z01/二.pdf', 'Q01/测线.sgy'];
  const record = await kit.record({ protectedUntil: undefined }, paths);
  const request = await filed([record]);
  await take(request);
  await decide(request, { mode: 'download' });
  kit.slowDelivery(-1);
  await kit.arrive();
  const mine = async () => listIn((await kit.reader('zhao', { path: '/delivery/grants' })).body, 'items')[0];
  expect(await mine()).toMatchObject({ state: 'preparing' });
  expect(kit.delivery.keys()).toEqual([]);
  kit.slowDelivery(60_000);
  await kit.arrive();
  expect(await mine()).toMatchObject({ state: 'active', files: [{ no: 1 }, { no: 2 }, { no: 3 }] });
});

test('a grant of which nothing can be given says so, and is not active', async () => {
  const record = await kit.record({ protectedUntil: undefined });
  await kit.archive.put(`dossiers/${record}/v1/1`, Buffer.from('no PDF at all'));
  const request = await filed([record]);
  await take(request);
  await decide(request);
  await kit.arrive();
  const [mine] = listIn((await kit.reader('zhao', { path: '/delivery/grants' })).body, 'items');
  expect(mine).toMatchObject({ state: 'withdrawn', left: [{ no: 1, why: 'not-stampable' }] });
});

test("a request is its person's alone, stands in no list of cases, and ends with its last record", async () => {
  const one = await kit.record({ protectedUntil: undefined });
  const two = await kit.record();
  const request = await filed([one, two]);
  expect((await kit.person('qian', { path: `/service/requests/${request}` })).status).toBe(404);
  const cases = await kit.cases.as('wang', 'ARCHIVE_KEEPER', { path: '/cases/items' });
  expect(listIn(cases.body, 'items')).toEqual([]);
  await take(request);
  const [first, second] = await itemsOf(request);
  expect((await decide(request, {}, String(first?.['itemId']))).body['state']).toBe('in-hand');
  const end = await decide(
    request,
    { outcome: 'refuse', reasons: '处于保护期。' },
    String(second?.['itemId']),
  );
  expect(end.body).toMatchObject({ state: 'decided', decision: { outcome: 'partly' } });
  const general = await kit.cases.as(
    'wang',
    'MINISTRY_ADMIN',
    post(`/cases/items/${request}/decision`, { outcome: 'granted', reasons: 'x' }),
  );
  expect(general.status).toBe(403);
});
