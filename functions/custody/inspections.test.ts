import { quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
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
});

type Who = Parameters<ArchiveKit['as']>[0];
type Shown = {
  id: string;
  version: number;
  state: string;
  items: { code: string }[];
  rectifications: string[];
};
const at = '/custody/inspections';
const post = (who: Who, path: string, body: object, node?: string) =>
  kit.as(who, { method: 'POST', path, body }, node);
const plan = {
  ...{ custodian: 'CNPC', authority: 'ministry', checklist: 'physical', title: '岩心库检查' },
  ...{ plannedOn: '2026-12-01', archive: 'NGA' },
};
const shownOf = (body: unknown) => body as Shown;
const planned = async () => {
  const { status, body } = await post('ministry', at, plan);
  expect(status).toBe(201);
  return shownOf(body);
};
const move = (id: string, how: string, who: Who = 'ministry') =>
  post(who, `${at}/${id}/moves`, { move: how });
const dispatched = async () => {
  const { id } = await planned();
  return shownOf((await move(id, 'dispatch')).body);
};
/** A picture of one pixel. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const answersOf = (of: Shown, result = 'pass') =>
  Object.fromEntries(of.items.map(({ code }) => [code, { result }]));
const finding = (more: object = {}) => ({
  ...{ id: ulid(), text: '岩心箱破损', severity: 'major', photos: [] },
  ...more,
});
const sync = (of: Shown, more: object = {}, who: Who = 'inspector', node = 'NGA') =>
  post(
    who,
    `${at}/${of.id}/results`,
    {
      sync: ulid(),
      base: of.version,
      answers: answersOf(of),
      findings: [],
      photos: [],
      complete: false,
      ...more,
    },
    node,
  );
const get = async (id: string, who: Who = 'ministry', node?: string) =>
  (await kit.as(who, { path: `${at}/${id}` }, node)).body;

test('a province that entrusts to one custodian sees also what it ordered at another, and nothing of the ministry’s', async () => {
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
  const own = { ...plan, authority: '420000', archive: 'HB' };
  const ids = [];
  for (const custodian of ['CNPC', 'CNNC'])
    ids.push(shownOf((await post('province', at, { ...own, custodian }, 'HB')).body).id);
  await planned();
  const agreement = {
    ...{ custodian: 'CNPC', authority: '420000', title: '委托保管协议' },
    scope: { kinds: ['physical'], classes: [], area: '湖北' },
    ...{
      duties: '完整保管。',
      start: '2026-01-01',
      end: '2031-01-01',
      contacts: [{ side: 'custodian', name: '资料处' }],
    },
  };
  const { body } = await post('province', '/custody/agreements', agreement, 'HB');
  const moves = `/custody/agreements/${String(body['id'])}/moves`;
  expect((await post('province', moves, { move: 'sign', text: '双方盖章' }, 'HB')).status).toBe(200);
  const seen = await kit.as('province', { path: at }, 'HB');
  expect((seen.body['items'] as Shown[]).map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

describe('an inspection', () => {
  test('is planned with the items of its checklist and dispatched to the inspectors of an archive', async () => {
    const of = await dispatched();
    expect(await get(of.id)).toMatchObject({
      number: 'JC-CNPC-2026-001',
      state: 'dispatched',
      mayInspect: false,
    });
    expect(of.items.length).toBeGreaterThan(8);
    expect(await get(of.id, 'inspector')).toMatchObject({ mayInspect: true });
    const moved = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'InspectionMoved');
    expect(moved.map(({ data }) => data)).toMatchObject([{ archive: 'NGA', state: 'dispatched' }]);
  });
  test.each([
    ['a checklist that is not there', { checklist: 'none' }],
    ['a node that is no custodian', { custodian: 'NGA' }],
    ['inspectors of no archive', { archive: 'CNPC' }],
  ])('is refused with %s', async (_, more) => {
    expect((await post('ministry', at, { ...plan, ...more })).status).toBe(400);
  });
  test('is not seen by its custodian before it is dispatched, nor what inspectors note before they are done', async () => {
    const { id } = await planned();
    expect((await kit.as('custodian', { path: `${at}/${id}` }, 'CNPC')).status).toBe(404);
    const of = shownOf((await move(id, 'dispatch')).body);
    await sync(of, { findings: [finding()] });
    expect(await get(id, 'custodian', 'CNPC')).toMatchObject({ results: { answers: {}, findings: [] } });
    expect((await kit.as('custodian', { path: `${at}/${id}` }, 'CNNC')).status).toBe(404);
  });
});

describe('synchronising', () => {
  test('the same twice makes one', async () => {
    const of = await dispatched();
    const id = ulid();
    const first = await sync(of, { sync: id });
    const again = await sync(of, { sync: id });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(shownOf(again.body).version).toBe(shownOf(first.body).version);
    const trail = await auditOf(tables, kit.table, of.id);
    expect(trail.filter((action) => action === 'custody.sync-inspection')).toHaveLength(1);
  });
  test('the same twice at the end asks for each rectification once', async () => {
    const of = await dispatched();
    const body = {
      sync: ulid(),
      complete: true,
      findings: [finding(), finding({ severity: 'minor', due: '2027-01-31' })],
    };
    await sync(of, body);
    const again = await sync(of, body);
    expect(shownOf(again.body).rectifications).toHaveLength(2);
    const { body: all } = await kit.as('custodian', { path: '/custody/rectifications' }, 'CNPC');
    expect(all['items']).toMatchObject([{ due: '2026-12-22' }, { due: '2027-01-31' }]);
  });
  test('completing under the id of a synchronisation that only kept completes all the same', async () => {
    const of = await dispatched();
    const id = ulid();
    const kept = shownOf((await sync(of, { sync: id })).body);
    expect((await sync(kept, { sync: id, complete: true })).body).toMatchObject({ state: 'done' });
    expect((await sync(of, { sync: id, complete: true })).body).toMatchObject({ state: 'done' });
  });
  test('after the inspection changed here is a conflict, and changes nothing', async () => {
    const of = await dispatched();
    await sync(of, { answers: answersOf(of, 'partly') });
    const late = await sync(of, { answers: answersOf(of, 'fail') });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ type: 'stale' });
    expect(await get(of.id, 'inspector')).toMatchObject({
      results: { answers: { 'ST-1': { result: 'partly' } } },
    });
    const now = shownOf(await get(of.id, 'inspector'));
    expect((await sync(now, { answers: answersOf(of, 'fail') })).status).toBe(200);
  });
  test('is for the inspectors it was dispatched to, while it is dispatched', async () => {
    const of = await dispatched();
    expect((await sync(of, {}, 'inspector', 'HB')).status).toBe(403);
    expect((await sync(of, {}, 'ministry')).status).toBe(403);
    await move(of.id, 'cancel');
    expect((await sync(of)).status).toBe(409);
  });
  test('is complete once every item is answered; then it is scored', async () => {
    const of = await dispatched();
    expect((await sync(of, { complete: true, answers: { 'ST-1': { result: 'pass' } } })).status).toBe(422);
    const answers = { ...answersOf(of), 'SA-1': { result: 'fail' }, 'SA-2': { result: 'not-applicable' } };
    const { body } = await sync(of, { complete: true, answers });
    expect(body).toMatchObject({ state: 'done', score: { total: 85 }, done: { by: expect.any(String) } });
  });
  test('photos are sent under the id of the tablet, once, and named by the results', async () => {
    const of = await dispatched();
    const photo = ulid();
    const put = () =>
      kit.as('inspector', {
        method: 'PUT',
        path: `${at}/${of.id}/photos/${photo}`,
        body: { name: 'a.png', content: png },
      });
    expect((await put()).body).toMatchObject({ id: photo, format: 'png' });
    expect((await put()).status).toBe(200);
    expect((await sync(of, { photos: [ulid()] })).status).toBe(400);
    const { body } = await sync(of, { photos: [photo], findings: [finding({ photos: [photo] })] });
    expect(body).toMatchObject({ photos: [{ id: photo }] });
    expect((await kit.as('inspector', { path: `${at}/${of.id}/photos/${photo}/content` })).status).toBe(200);
    const text = Buffer.from('nothing of a photo').toString('base64');
    const other = await kit.as('inspector', {
      method: 'PUT',
      path: `${at}/${of.id}/photos/${ulid()}`,
      body: { name: 'a.txt', content: text },
    });
    expect(other.status).toBe(400);
  });
});

describe('rectifying', () => {
  const rectifications = '/custody/rectifications';
  const done = async (count = 1) => {
    const of = await dispatched();
    const findings = Array.from({ length: count }, () => finding());
    return shownOf((await sync(of, { complete: true, findings })).body);
  };
  const act = (id: string, how: string, who: Who, node = 'NGA') =>
    post(who, `${rectifications}/${id}/moves`, { move: how, text: '见附件' }, node);
  const attach = (id: string, node = 'CNPC') =>
    post('custodian', `${rectifications}/${id}/evidence`, { name: 'a.png', content: png }, node);

  test('takes so many files of evidence and no more: the next is refused before it is kept', async () => {
    const [first = ''] = (await done()).rectifications;
    for (let at = 0; at < 20; at += 1) expect((await attach(first)).status).toBe(201);
    const refused = await attach(first);
    expect([refused.body['type'], refused.body['detail']]).toEqual([
      'too-many',
      expect.stringContaining('no more are taken'),
    ]);
  });
  test('is answered with evidence, sent back, answered again and accepted; the last one closes the inspection', async () => {
    const { id: inspection, rectifications: ids } = await done(2);
    const [first = '', second = ''] = ids;
    expect((await act(first, 'answer', 'custodian', 'CNPC')).status).toBe(400);
    expect((await attach(first)).status).toBe(201);
    expect((await act(first, 'answer', 'custodian', 'CNPC')).body).toMatchObject({ state: 'answered' });
    expect((await act(first, 'return', 'inspector')).body).toMatchObject({ state: 'open' });
    await act(first, 'answer', 'custodian', 'CNPC');
    expect((await act(first, 'accept', 'inspector')).body).toMatchObject({ state: 'accepted' });
    expect((await move(inspection, 'close')).status).toBe(422);
    await attach(second);
    await act(second, 'answer', 'custodian', 'CNPC');
    expect((await act(second, 'accept', 'ministry')).status).toBe(200);
    expect(await get(inspection)).toMatchObject({ state: 'closed' });
    const found = await eventsIn(tables, kit.table);
    expect(found.filter(({ type }) => type === 'InspectionClosed')).toHaveLength(1);
  });
  test('is the custodian’s own: others neither see nor move it, and it does not accept itself', async () => {
    const [id = ''] = (await done()).rectifications;
    expect((await kit.as('custodian', { path: `${rectifications}/${id}` }, 'CNNC')).status).toBe(404);
    expect((await attach(id, 'CNNC')).status).toBe(404);
    await attach(id);
    await act(id, 'answer', 'custodian', 'CNPC');
    expect((await act(id, 'accept', 'custodian', 'CNPC')).status).toBe(403);
    expect((await act(id, 'accept', 'inspector', 'HB')).status).toBe(403);
  });
  test('is late once its day has passed', async () => {
    const [id = ''] = (await done()).rectifications;
    kit.time.now = new Date('2027-03-01T02:00:00.000Z');
    const { body } = await kit.as('custodian', { path: `${rectifications}/${id}` }, 'CNPC');
    expect(body).toMatchObject({ late: true, moves: ['answer'] });
  });
});
