import { events } from '@geoarchive/contract/events.ts';
import type { Post } from '@geoarchive/platform/outside/post.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { replayToIntake } from '../archive/replay.ts';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { projections } from '../intake/project.ts';
import { type IntakeKit, intakeKit } from '../intake/testing/kit.ts';
import { barId } from '../supervision/bar-store.ts';
import { eventsIn } from '../testing/written.ts';
import { intakeNotices } from './intake-notify.ts';
import { noticeStore } from './notice-store.ts';
import { signedHeaders } from './sign.ts';
import { callWebhook, type WebhookDeps, type WebhookMessage } from './webhook.ts';
import { webhookLog } from './webhook-log.ts';
import { webhookStore } from './webhook-store.ts';

/* From a bar in the archive plane to the signed message in the system of a registry: each event goes on as its queue would take it. */
// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let archive: ArchiveKit;
let intake: IntakeKit;
let posts: Post[];
let queue: WebhookMessage[];
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  archive = await archiveKit(tables);
  intake = await intakeKit(tables);
  posts = [];
  queue = [];
});

const by = { worker: 'test' };
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const path = '/supervision/bar-recipients';
const register = (organisation: string) =>
  archive.as('ministry', {
    method: 'PUT',
    path: `/supervision/organisations/${organisation}`,
    body: { name: '某省自然资源厅', reason: '登记' },
  });
const tell = (organisation: string, told: boolean, who: Staff = 'ministry') =>
  archive.as(who, {
    method: 'PUT',
    path: `${path}/${organisation}`,
    body: { told, reason: '矿业权登记机关' },
  });
const bar = () => {
  const cause = { kind: 'chase' as const, id: ulid(), number: 'TB-NGA-2026-000001' };
  const tasks = [{ id: ulid(), number: 'RW-1', due: '2026-06-30' }];
  return {
    ...{ organisation: 'MINE', organisationName: '某矿业公司', node: 'NGA', cause, tasks },
    ...{ kind: 'until-complete' as const, from: '2026-11-22' },
  };
};
const begin = async () => {
  const of = bar();
  await archive.table.transact(await archive.bars.beginning(of, by));
  return barId(of.kind, of.cause);
};

/** What the worker `project` hears of these, twice each. */
const projected = async () => {
  const some = await eventsIn(tables, archive.table);
  for (const { type, data } of [...some, ...some]) {
    if (type === 'BarBegan') await projections.BarBegan(intake, events.BarBegan.data.parse(data));
    if (type === 'BarEnded') await projections.BarEnded(intake, events.BarEnded.data.parse(data));
    if (type === 'BarRecipientRecorded')
      await projections.BarRecipientRecorded(intake, events.BarRecipientRecorded.data.parse(data));
  }
};
/** What `intake-notify` and `webhook` then do, each message coming twice. */
const delivered = async () => {
  const webhooks = webhookStore(intake.table, intake.clock);
  const deps = {
    ...intake,
    ...{ notices: noticeStore(intake.table, intake.clock), webhooks, send: undefined, by: 'intake-notify' },
    call: async (organisation: string, id: string) => void queue.push({ organisation, id, attempt: 1 }),
  };
  const seen = (await eventsIn(tables, intake.table)).filter(({ type }) => type === 'BarSeen');
  for (const { id, at, data } of [...seen, ...seen])
    await intakeNotices.BarSeen(deps, events.BarSeen.data.parse(data), { id, at });
  const worker: WebhookDeps = {
    ...{ clock: intake.clock, notices: deps.notices, webhooks, site: 'https://submit.example' },
    log: webhookLog(intake.table, intake.clock),
    secrets: { open: async (sealed) => sealed },
    post: async (post) => {
      posts.push(post);
      return 204;
    },
    later: async () => undefined,
    still: async () => true,
  };
  for (const message of queue.splice(0)) await callWebhook(worker, message);
};
/** The administrator of an organisation switched its webhook on. */
const hook = async (organisation: string) => {
  const store = webhookStore(intake.table, intake.clock);
  const who = { sub: 'b', name: 'boss', username: 'boss', organisation, node: '', roles: [] };
  const to = { url: 'https://registry.example.cn/in', without: [] };
  const off = await store.save(organisation, undefined, { ...to, on: false }, who, 'test');
  const sealed = await store.addSecret(off, secret, who, 'test');
  await store.save(organisation, sealed, { ...to, on: true }, who, 'test');
};

test('one that is gone from the register can be stopped, and not be told again', async () => {
  await register('GONE');
  expect((await tell('GONE', true)).status).toBe(200);
  const item = await archive.organisations.get('GONE');
  if (item === undefined) throw new Error('was registered');
  // As the undoing of the import that brought it does.
  await archive.organisations.change(item, { ...item.body, gone: true }, { action: 'test', by });
  expect((await tell('GONE', true)).status).toBe(422);
  const { status, body } = await tell('GONE', false);
  expect([status, body['told'], body['name']]).toEqual([200, false, '某省自然资源厅']);
  expect((await tell('GONE', true)).status).toBe(422);
});

test('a registry that the ministry registered gets each change of a bar, signed, with what the feed says; others get nothing', async () => {
  for (const one of ['LAND-OFFICE', 'ELSEWHERE']) await register(one);
  expect((await tell('LAND-OFFICE', true)).body).toMatchObject({ name: '某省自然资源厅', told: true });
  await hook('LAND-OFFICE');
  await hook('ELSEWHERE');
  const id = await begin();
  const item = await archive.bars.get(id);
  if (item === undefined) throw new Error('no bar');
  const ended = { is: 'ended', on: '2026-12-01', reason: 'submitted' } as const;
  await archive.table.transact(await archive.bars.ending([{ item, standing: ended }], 'test'));
  await projected();
  await delivered();

  expect(posts.map(({ url }) => url)).toEqual(Array(2).fill('https://registry.example.cn/in'));
  const said = posts.map(({ body }) => JSON.parse(body));
  const feed = await archive.bars.changesAfter(0, 10);
  expect(said.map(({ data }) => data)).toEqual(feed);
  expect(feed).toMatchObject([
    { sequence: 1, change: 'began', organisation: 'MINE', paper: 'TB-NGA-2026-000001', on: '2026-11-22' },
    { sequence: 2, change: 'ended', bar: id, on: '2026-12-01' },
  ]);
  expect(said[0]).toMatchObject({
    kind: 'party-barred',
    legal: true,
    title: { zh: '某矿业公司 · MINE：开始限制，自 2026-11-22 起' },
  });
  // The tasks that a bar rests on, and who of the staff decided, are not the registry's.
  expect(posts.map(({ body }) => body).join()).not.toMatch(/RW-1|"tasks"/);
  for (const { headers, body } of posts) {
    const [webhookId, at] = [String(headers['webhook-id']), Number(headers['webhook-timestamp'])];
    expect(headers).toMatchObject(signedHeaders([secret], { id: webhookId, at, body }));
  }
  // The party has its own notice, without the data of the registries.
  const [own] = await noticeStore(intake.table, intake.clock).newest({ organisation: 'MINE' }, { limit: 5 });
  expect(own).toMatchObject({ kind: 'bar-ended' });
  expect(own).not.toHaveProperty('data');
});

test('who is told no more gets nothing from then on, and old news does not bring it back', async () => {
  await register('LAND-OFFICE');
  await hook('LAND-OFFICE');
  await tell('LAND-OFFICE', true);
  const { body } = await archive.as('ministry', { path });
  expect(Object(body)['items']).toMatchObject([{ organisation: 'LAND-OFFICE', told: true, version: 1 }]);
  const stale = await archive.as('ministry', {
    ...{ method: 'PUT', path: `${path}/LAND-OFFICE`, headers: { 'If-Match': '"1"' } },
    body: { told: false, reason: '职能调整' },
  });
  expect(stale.body).toMatchObject({ told: false, reason: '职能调整', version: 2 });
  await projected();
  await intake.barRecipients.put({ organisation: 'LAND-OFFICE', told: true, version: 1 });
  expect(await intake.barRecipients.told()).toEqual([]);
  await begin();
  await projected();
  await delivered();
  expect(posts).toEqual([]);
});

test('only the ministry registers, only what is in the register of organisations, and the same again changes nothing', async () => {
  expect((await tell('LAND-OFFICE', true)).status).toBe(422);
  await register('LAND-OFFICE');
  for (const who of ['province', 'checker'] as const)
    expect((await tell('LAND-OFFICE', true, who)).status).toBe(403);
  expect((await tell('LAND-OFFICE', true)).status).toBe(200);
  expect((await tell('LAND-OFFICE', true)).body).toMatchObject({ version: 1 });
  const recorded = async () =>
    (await eventsIn(tables, archive.table)).filter(({ type }) => type === 'BarRecipientRecorded');
  expect((await recorded()).map(({ data }) => data)).toEqual([
    { organisation: 'LAND-OFFICE', told: true, version: 1 },
  ]);
  await replayToIntake(archive, { before: '2099-01-01T00:00:00.000Z' });
  expect((await recorded()).map(({ data }) => data)).toEqual(
    Array(2).fill({ organisation: 'LAND-OFFICE', told: true, version: 1 }),
  );
});
