import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { auditOf } from '../testing/written.ts';
import { type DisclosureKit, disclosureKit } from './testing/kit.ts';

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
});
const card = '110101194912310024';

describe('proposing and seconding', () => {
  test('one proposes what is overdue, another publishes it under a number, and it stands in one trail', async () => {
    const [first, second] = [await kit.owe('MINE', 30), await kit.owe('MINE', 5)];
    await kit.owe('MINE', -5);
    const { status, body: proposed } = await kit.propose('MINE');
    expect(status).toBe(201);
    expect(proposed).toMatchObject({
      ...{ state: 'proposed', kind: 'overdue', moves: [], mayCorrect: false },
      items: [{ taskId: first }, { taskId: second }],
    });
    expect(proposed.number).toBeUndefined();
    const mine = await kit.move(proposed.id, 'publish', {}, 'province');
    expect([mine.status, await kit.dataOf('PublicNoticeMoved')]).toEqual([403, []]);
    const { body: published } = await kit.move(proposed.id, 'publish');
    expect(published).toMatchObject({
      ...{ state: 'published', number: 'GS-NGA-2026-00001', publishedOn: '2026-11-22' },
      ...{ objectUntil: '2026-12-07', decided: { by: { name: 'ministry' } }, mayCorrect: true },
    });
    expect(published.moves.toSorted()).toEqual(['lift', 'suspend', 'withdraw']);
    expect((await auditOf(tables, kit.table, proposed.id)).toSorted()).toEqual([
      'disclosure.propose',
      'disclosure.publish',
    ]);
  });
  test('a notice about the same cause is not begun while one stands, by nobody and at no instant', async () => {
    await kit.owe('MINE');
    const replies = await Promise.all([kit.propose('MINE'), kit.propose('MINE'), kit.propose('MINE')]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
    const made = replies.find(({ status }) => status === 201)?.body.id ?? '';
    await kit.move(made, 'refuse', { reason: '有误' });
    expect((await kit.propose('MINE')).status).toBe(201);
    // On the abnormal list it may stand besides.
    expect((await kit.propose('MINE', { kind: 'abnormal' })).status).toBe(201);
  });
  test('a refused one was never known outside', async () => {
    await kit.owe('MINE');
    const { body } = await kit.propose('MINE');
    expect((await kit.move(body.id, 'refuse')).status).toBe(400);
    expect((await kit.move(body.id, 'refuse', { reason: '事实不清' })).body).toMatchObject({
      state: 'refused',
      decided: { reason: '事实不清' },
      moves: [],
    });
    expect(await kit.dataOf('PublicNoticeMoved')).toEqual([]);
  });
  test('nothing goes out without the declaration, and nothing that is settled meanwhile', async () => {
    const [first, second] = [await kit.owe('MINE'), await kit.owe('MINE')];
    const { body } = await kit.propose('MINE');
    expect((await kit.move(body.id, 'publish', { declared: false })).status).toBe(400);
    await kit.become(first, 'receive', 'accept');
    expect((await kit.move(body.id, 'publish')).body.items.map(({ taskId }) => taskId)).toEqual([second]);
    await kit.owe('MINE2').then(async (task) => {
      const { body: other } = await kit.propose('MINE2');
      await kit.become(task, 'withdraw');
      expect((await kit.move(other.id, 'publish')).status).toBe(422);
    });
  });
  test.each([
    ['text', { text: `联系人 13800138000` }],
    ['text', { text: `负责人身份证 ${card}` }],
  ])('personal data in the %s are refused with their place', async (field, more) => {
    await kit.owe('MINE');
    const { status, body } = await kit.propose('MINE', more);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(`body.${field}`)]);
  });
  test('nothing overdue, an unknown chase, a last day in the past', async () => {
    await kit.owe('MINE', -3);
    expect((await kit.propose('MINE')).status).toBe(422);
    const chase = await kit.staff('POST', '', { kind: 'penalty', chase: '01KAHZ6YB80000000000000001' });
    expect(chase.status).toBe(404);
    await kit.owe('MINE');
    expect((await kit.propose('MINE', { until: '2026-11-22' })).status).toBe(400);
  });
  test('many at once take numbers without a gap', async () => {
    const ids: string[] = [];
    for (const party of ['A', 'B', 'C', 'D']) {
      await kit.owe(party);
      ids.push((await kit.propose(party)).body.id);
    }
    const done = await Promise.all(ids.map((id) => kit.move(id, 'publish')));
    expect(done.map(({ body }) => body.number).toSorted()).toEqual(
      [1, 2, 3, 4].map((n) => `GS-NGA-2026-0000${n}`),
    );
  });
  test('candidates say what stands; lists go by state and by party', async () => {
    await kit.owe('A');
    await kit.owe('B');
    const { id } = await kit.publish('A');
    const { body } = await kit.staff('GET', '/candidates?kind=overdue');
    expect(body).toMatchObject({
      more: false,
      items: [{ organisation: 'A', standing: id }, { organisation: 'B' }],
    });
    expect((await kit.staff('GET', '?state=published')).body).toMatchObject({ items: [{ id }] });
    expect((await kit.staff('GET', '?organisation=B')).body).toEqual({ items: [] });
    expect((await kit.staff('GET', '/counts')).body).toMatchObject({ counts: { published: 1, proposed: 0 } });
    expect((await kit.staff('POST', '', { kind: 'overdue', organisation: 'B' }, 'checker')).status).toBe(403);
  });
});

describe('on the portal', () => {
  const listed = async (query: Record<string, string[]> = {}) => {
    const { body } = await kit.visit('/notices', query);
    return (body['items'] as { number: string }[]).map(({ number }) => number);
  };

  test('a published notice is read by everybody, and only what everybody may know', async () => {
    await kit.owe('MINE', 10, { licenceNumber: 'T42000020260101' });
    const { id, number } = await kit.publish('MINE');
    expect((await kit.visit(`/notices/${id}`)).status).toBe(404);
    await kit.through();
    const { body } = await kit.visit(`/notices/${id}`);
    expect(body).toMatchObject({
      number,
      state: 'published',
      says: { party: { name: 'MINE' }, items: [{}] },
    });
    expect(JSON.stringify(body)).not.toMatch(/ministry|province|taskId|proposedBy/);
    expect(await listed({ q: ['t4200002026'] })).toEqual([number]);
    expect(await listed({ q: ['别的'] })).toEqual([]);
    expect(await listed({ kind: ['penalty'] })).toEqual([]);
    expect(await listed({ node: ['NGA'], kind: ['overdue'] })).toEqual([number]);
  });
  test('a natural person is named by the family name, without number', async () => {
    await kit.owe(card);
    const { id } = await kit.publish(card);
    await kit.through();
    const { body } = await kit.visit(`/notices/${id}`);
    expect(body['says']).toMatchObject({ party: { name: '某*' } });
    expect(JSON.stringify(await tables.all(kit.portal.table))).not.toContain(card);
    expect((await kit.visit('/notice-feed.json')).answer.body).not.toContain(card);
  });
  test('what is suspended or withdrawn says nothing any more, and its link stays', async () => {
    await kit.owe('MINE');
    const { id, number } = await kit.publish('MINE');
    await kit.through();
    await kit.move(id, 'suspend', { reason: '核实' });
    await kit.through();
    const { body: suspended } = await kit.visit(`/notices/${id}`);
    expect(suspended).toMatchObject({ number, state: 'suspended', suspendedOn: '2026-11-22' });
    expect([suspended['says'], await listed(), await listed({ state: ['suspended'] })]).toEqual([
      undefined,
      [],
      [number],
    ]);
    await kit.move(id, 'resume');
    await kit.through();
    expect(await listed()).toEqual([number]);
    await kit.move(id, 'withdraw', { reason: '认定有误，内部说明' });
    await kit.through();
    const { body: withdrawn } = await kit.visit(`/notices/${id}`);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', endedOn: '2026-11-22', until: '2027-11-22' });
    expect(JSON.stringify(await tables.all(kit.portal.table))).not.toMatch(/MINE|内部说明/);
  });
  test('in whatever order bundles come, the newest counts, and none is missing', async () => {
    const task = await kit.owe('MINE');
    const { id } = await kit.publish('MINE');
    await kit.move(id, 'suspend', { reason: '核实' });
    await kit.move(id, 'resume');
    await kit.become(task, 'receive', 'accept');
    await kit.through((all) => all.toReversed());
    expect((await kit.visit(`/notices/${id}`)).body).toMatchObject({
      state: 'lifted',
      lifted: { on: '2026-11-22', reason: 'submitted' },
      says: { items: [{ settledOn: '2026-11-22' }] },
    });
    const arrived = (await tables.all(kit.portal.table)).find(({ pk }) => pk === 'arrivals');
    expect(arrived).toMatchObject({ series: 'door-2', seen: new Set([1, 2, 3, 4]) });
  });
  test('the feeds are RSS and JSON, by kind and archive, the newest first', async () => {
    await kit.owe('甲');
    await kit.owe('乙 <b>&');
    const one = await kit.publish('甲');
    kit.later(1);
    const two = await kit.publish('乙 <b>&');
    await kit.through();
    const rss = (await kit.visit('/notice-feed.xml')).answer.body;
    expect(rss).toContain('<rss version="2.0"');
    expect(rss.indexOf(two.id)).toBeLessThan(rss.indexOf(one.id));
    expect(rss).not.toContain('<b>&<');
    const feed = JSON.parse((await kit.visit('/notice-feed.json', { kind: ['overdue'] })).answer.body);
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1' });
    expect(feed.items.map(({ url }: { url: string }) => url)).toEqual(
      [two, one].map(({ id }) => `https://portal.example.org/notices/${id}`),
    );
    expect(
      JSON.parse((await kit.visit('/notice-feed.json', { kind: ['penalty'] })).answer.body).items,
    ).toEqual([]);
  });
});

describe('corrections', () => {
  const correct = (id: string, more: object = {}) =>
    kit.staff('POST', `/${id}/corrections`, { what: '许可证号有误', text: '更正后的内容', ...more });

  test('replace what was published once another seconds them; both lead to each other', async () => {
    const [first] = [await kit.owe('MINE'), await kit.owe('MINE')];
    const old = await kit.publish('MINE');
    const left = old.items.find(({ taskId }) => taskId === first)?.number ?? '';
    const { status, body: made } = await correct(old.id, { without: [left], organisationName: '新名公司' });
    expect([status, made.state, made.items.length]).toEqual([201, 'proposed', 1]);
    expect((await correct(old.id)).status).toBe(422);
    await kit.through();
    expect((await kit.visit(`/notices/${old.id}`)).body['state']).toBe('published');
    const { body: published } = await kit.move(made.id, 'publish');
    await kit.through();
    expect((await kit.visit(`/notices/${old.id}`)).body).toMatchObject({
      ...{ state: 'replaced', correctedBy: { id: made.id, number: published.number } },
    });
    expect((await kit.visit(`/notices/${old.id}`)).body['says']).toBeUndefined();
    expect((await kit.visit(`/notices/${made.id}`)).body).toMatchObject({
      corrects: { id: old.id, number: old.number, what: '许可证号有误' },
      says: { party: { name: '新名公司' }, text: '更正后的内容' },
    });
    // It stands in its place: no other about the same cause, and it can be corrected itself.
    expect((await kit.propose('MINE')).status).toBe(422);
    expect((await correct(made.id)).status).toBe(201);
  });
  test('a refused one leaves everything as it is, and room for another', async () => {
    await kit.owe('MINE');
    const old = await kit.publish('MINE');
    const { body: made } = await correct(old.id);
    await kit.move(made.id, 'refuse', { reason: '无需更正' });
    expect((await kit.staff('GET', `/${old.id}`)).body.state).toBe('published');
    expect((await correct(old.id)).status).toBe(201);
  });
  test('of what has ended meanwhile cannot be published; unknown tasks, nothing left', async () => {
    const task = await kit.owe('MINE');
    const old = await kit.publish('MINE');
    expect((await correct(old.id, { without: ['RW-X'] })).status).toBe(400);
    expect((await correct(old.id, { without: old.items.map(({ number }) => number) })).status).toBe(400);
    const { body: made } = await correct(old.id);
    await kit.become(task, 'receive', 'accept');
    expect((await kit.move(made.id, 'publish')).status).toBe(422);
    expect((await correct(old.id)).status).toBe(409);
  });
});

describe('by the clock', () => {
  test('what was lifted goes after its days, a named last day counts, and nothing is told twice', async () => {
    const task = await kit.owe('MINE');
    await kit.owe('OTHER');
    const lifted = await kit.publish('MINE');
    const dated = await kit.publish('OTHER', { until: '2026-12-01' });
    await kit.become(task, 'receive', 'accept');
    kit.later(9);
    await kit.everyDay();
    await kit.through();
    expect((await kit.visit(`/notices/${dated.id}`)).body['state']).toBe('published');
    // Days without a run: the portal hides it by itself, and the next run says so once.
    kit.later(100);
    expect((await kit.visit(`/notices/${dated.id}`)).body['state']).toBe('expired');
    expect((await kit.visit('/notices')).body['items']).toEqual([]);
    await kit.everyDay();
    await kit.everyDay();
    await kit.through();
    for (const { id } of [lifted, dated]) {
      expect((await kit.staff('GET', `/${id}`)).body.state).toBe('expired');
      expect((await kit.visit(`/notices/${id}`)).body['says']).toBeUndefined();
    }
    const told = (await kit.dataOf('PublicNoticeMoved')).filter(({ notice }) => notice.state === 'expired');
    expect(told).toHaveLength(2);
    // What ended makes room.
    expect((await kit.propose('OTHER')).status).toBe(201);
  });
  test('the day’s job lifts what the news was lost of', async () => {
    const task = await kit.owe('MINE');
    const { id } = await kit.publish('MINE');
    const item = await kit.tasks.get(task);
    if (item === undefined) throw new Error('no task');
    await kit.tasks.move(item, 'withdraw', item.body, { action: 'test', by: { worker: 'test' } });
    await kit.everyDay();
    expect((await kit.staff('GET', `/${id}`)).body).toMatchObject({
      state: 'lifted',
      lifted: { reason: 'not-owed' },
    });
  });
});
