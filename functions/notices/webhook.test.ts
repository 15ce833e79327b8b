import { mostGivenUp, mostTries, retryAfter } from '@geoarchive/domain/notices/webhooks.ts';
import { OutsideError, type Post } from '@geoarchive/platform/outside/post.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type IntakeKit, intakeKit } from '../intake/testing/kit.ts';
import { eventsIn } from '../testing/written.ts';
import { intakeNotices } from './intake-notify.ts';
import { noticeStore } from './notice-store.ts';
import { allowedBy } from './public.ts';
import { signedHeaders } from './sign.ts';
import { callWebhook, type WebhookDeps, type WebhookMessage } from './webhook.ts';
import { webhookLog } from './webhook-log.ts';
import { webhookRoutes } from './webhook-settings.ts';
import { webhookStore } from './webhook-store.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let intake: IntakeKit;
/** Messages that wait in the queue, with their delays. */
let queue: { message: WebhookMessage; seconds: number }[];
let posts: Post[];
/** What the receiver does: a status, or why it is not reached. */
let receiver: () => number | OutsideError;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  intake = await intakeKit(tables);
  queue = [];
  posts = [];
  receiver = () => 204;
});

/** Stands for the key service: what is sealed for one does not open for another. */
const secrets = {
  seal: async (text: string, owner: string) => Buffer.from(`${owner}|${text}`).toString('base64'),
  async open(sealed: string, owner: string) {
    const [of, text = ''] = Buffer.from(sealed, 'base64').toString().split('|');
    if (of !== owner) throw new Error('sealed for another');
    return text;
  },
};
const worker = (): WebhookDeps => ({
  clock: intake.clock,
  notices: noticeStore(intake.table, intake.clock),
  webhooks: webhookStore(intake.table, intake.clock),
  log: webhookLog(intake.table, intake.clock),
  secrets,
  async post(message) {
    posts.push(message);
    const answer = receiver();
    if (answer instanceof OutsideError) throw answer;
    return answer;
  },
  later: async (message, seconds) => void queue.push({ message, seconds }),
  still: async (mailbox, notice) =>
    'organisation' in mailbox && (await allowedBy(intake.mandates, mailbox.organisation))(notice),
  site: 'https://submit.example',
});
const as = (organisation: string, roles = ['SUBMITTER_ADMIN']) => {
  const api = caller(
    () => ({
      ...worker(),
      webhooks: webhookStore(intake.table, intake.clock),
      log: webhookLog(intake.table, intake.clock),
      rules: { ports: [443], loopback: false },
      secrets,
      send: async (message: WebhookMessage) => void queue.push({ message, seconds: 0 }),
    }),
    webhookRoutes,
  );
  const claims = claimsOf('boss', roles, { 'custom:organisation': organisation });
  return (method: 'GET' | 'PUT' | 'POST', path = '', body?: unknown) =>
    api.call({ method, path: `/notices/webhook${path}`, claims, body });
};
const url = 'https://hooks.example.cn/in';
/** An organisation whose webhook is on; gives its secret. */
const switchedOn = async (organisation = 'MINE', more = {}): Promise<string> => {
  const call = as(organisation);
  await call('PUT', '', { url, on: false, ...more });
  const { body } = await call('POST', '/secret', {});
  expect((await call('PUT', '', { url, on: true, ...more })).status).toBe(200);
  return String(body['secret']);
};
const put = async (kind: 'deposit-returned' | 'task-recorded' = 'deposit-returned', more = {}) => {
  const id = `${ulid()}.${kind}`;
  const says = { title: { zh: '标题', en: 'Title' }, text: { zh: '正文', en: 'Text' }, link: '/deposits/1' };
  const at = '2026-11-22T02:00:00.000Z';
  await noticeStore(intake.table, intake.clock).put(
    [{ mailbox: { organisation: 'MINE' }, notice: { id, kind, at, about: ulid(), ...says, ...more } }],
    'test',
  );
  return { organisation: 'MINE', id, attempt: 1 };
};
const logged = async () => Object((await as('MINE')('GET', '/deliveries')).body)['items'];
/** Hands on what waits, and moves the clock as far as it was to wait. */
const drain = async (most = 200): Promise<number> => {
  let handed = 0;
  while (handed < most) {
    const next = queue.shift();
    if (next === undefined) break;
    intake.time.now = new Date(intake.time.now.getTime() + next.seconds * 1000);
    await callWebhook(worker(), next.message);
    handed += 1;
  }
  return handed;
};

test('a message goes out signed, says what the inbox says, and once, however often it comes', async () => {
  const secret = await switchedOn();
  const message = await put();
  for (let again = 0; again < 3; again += 1) await callWebhook(worker(), message);
  expect(posts).toHaveLength(1);
  const [{ headers, body, url: to } = { headers: {}, body: '', url: '' }] = posts;
  expect(to).toBe(url);
  expect(JSON.parse(body)).toEqual({
    ...{ id: message.id, kind: 'deposit-returned', at: '2026-11-22T02:00:00.000Z', legal: true },
    ...{ title: { zh: '标题', en: 'Title' }, text: { zh: '正文', en: 'Text' } },
    link: 'https://submit.example/deposits/1',
  });
  const at = intake.time.now.getTime() / 1000;
  expect(headers).toMatchObject(signedHeaders([secret], { id: message.id, at, body }));
  expect(await logged()).toMatchObject([{ id: message.id, state: 'delivered', tries: 1, status: 204 }]);
  const proof = (await tables.all(intake.table)).filter(
    ({ action }) => action === 'notice.webhook-delivered',
  );
  expect(proof).toHaveLength(1);
});

test('500 twice, then 200: three tries at growing distances, one delivery', async () => {
  await switchedOn();
  const answers = [500, 500, 200];
  receiver = () => answers.shift() ?? 500;
  await callWebhook(worker(), await put());
  expect(await logged()).toMatchObject([{ state: 'waiting', status: 500, reason: 'status', tries: 1 }]);
  expect(queue.map(({ seconds }) => seconds)).toEqual([retryAfter(1)]);
  await drain(1);
  expect(queue.map(({ seconds }) => seconds)).toEqual([retryAfter(2)]);
  await drain();
  expect(await logged()).toMatchObject([{ state: 'delivered', status: 200, tries: 3 }]);
  expect(Object((await logged())[0])).not.toHaveProperty('reason');
});

test('a wait longer than the queue holds passes through it several times and is no try', async () => {
  await switchedOn();
  const notBefore = new Date(intake.time.now.getTime() + 40 * 60_000).toISOString();
  await callWebhook(worker(), { ...(await put()), notBefore });
  expect(queue[0]?.seconds).toBe(900);
  expect(await drain()).toBe(3);
  expect(posts).toHaveLength(1);
});

test('a receiver that never answers is given up after the last try; after several in a row the webhook stops and its people are told', async () => {
  await switchedOn();
  receiver = () => new OutsideError('timed-out');
  for (let n = 1; n <= mostGivenUp; n += 1) {
    posts = [];
    await callWebhook(worker(), await put());
    await drain(2000);
    expect(posts).toHaveLength(mostTries);
    const { webhook } = Object((await as('MINE')('GET')).body);
    expect(webhook).toMatchObject({ on: n < mostGivenUp });
  }
  expect((await logged())[0]).toMatchObject({ state: 'failed', reason: 'timed-out', tries: mostTries });
  expect(Object((await as('MINE')('GET')).body)['webhook']['stopped']).toMatchObject({ reason: 'timed-out' });
  const stopped = (await eventsIn(tables, intake.table))
    .filter(({ type }) => type === 'WebhookChanged')
    .at(-1);
  expect(stopped?.data).toEqual({ organisation: 'MINE', change: 'stopped' });
  const deps = {
    ...intake,
    notices: noticeStore(intake.table, intake.clock),
    webhooks: webhookStore(intake.table, intake.clock),
    send: undefined,
    by: 'intake-notify',
  };
  await intakeNotices.WebhookChanged(
    deps,
    { organisation: 'MINE', change: 'stopped' },
    { id: ulid(), at: '2026-11-22T02:00:00.000Z' },
  );
  const [told] = await deps.notices.newest({ organisation: 'MINE' }, { limit: 1 });
  expect(told).toMatchObject({ kind: 'webhook-stopped', link: '/organisation' });
  expect(told?.text.zh).toContain('hooks.example.cn');

  // What comes while it is off is not sent; switching on again begins anew.
  posts = [];
  await callWebhook(worker(), await put());
  expect([posts.length, (await logged())[0]]).toMatchObject([0, { state: 'failed', reason: 'switched-off' }]);
  await as('MINE')('PUT', '', { url, on: true });
  expect(Object((await as('MINE')('GET')).body)['webhook']).not.toHaveProperty('stopped');
  await callWebhook(worker(), await put());
  await drain(2000);
  expect(Object((await as('MINE')('GET')).body)['webhook']['on']).toBe(true);
});

test('one answer between failures begins the counting anew', async () => {
  await switchedOn();
  for (let n = 0; n < 2 * mostGivenUp; n += 1) {
    receiver = () => (n % mostGivenUp === mostGivenUp - 1 ? 200 : 404);
    await callWebhook(worker(), await put());
    await drain(2000);
  }
  expect(Object((await as('MINE')('GET')).body)['webhook']['on']).toBe(true);
});

test('two executions with the same try make one; one that died is taken over, and the try after a failure is not lost', async () => {
  await switchedOn();
  const message = await put();
  const dying = {
    ...worker(),
    log: { ...worker().log, record: async () => Promise.reject(new Error('killed')) },
  };
  await expect(callWebhook(dying, message)).rejects.toThrow('killed');
  await expect(callWebhook(worker(), message)).rejects.toThrow('under way');
  expect(posts).toHaveLength(1);
  intake.time.now = new Date(intake.time.now.getTime() + 3 * 60_000);
  receiver = () => 503;
  const deaf = { ...worker(), later: async () => Promise.reject(new Error('queue away')) };
  await expect(callWebhook(deaf, message)).rejects.toThrow('queue away');
  expect(queue).toEqual([]);
  await callWebhook(worker(), message);
  expect(queue.map(({ message: { attempt } }) => attempt)).toEqual([2]);
  expect(posts).toHaveLength(2);
});

test('a redirect is a failure', async () => {
  await switchedOn();
  receiver = () => 307;
  await callWebhook(worker(), await put());
  expect(await logged()).toMatchObject([{ state: 'waiting', status: 307, reason: 'redirect' }]);
});

test('kinds left out are not sent, nor what a mandate that ended had opened', async () => {
  await switchedOn('MINE', { without: ['task-recorded'] });
  await callWebhook(worker(), await put('task-recorded'));
  await callWebhook(worker(), await put('deposit-returned', { principal: 'OTHER' }));
  expect(posts).toEqual([]);
  expect((await logged()).map((one: { reason: string }) => one.reason)).toEqual(['no-longer', 'no-longer']);
});

test('a test goes out while it is off, is tried once, and counts for nothing', async () => {
  const call = as('MINE');
  expect((await call('POST', '/test', {})).status).toBe(409);
  await call('PUT', '', { url, on: false });
  expect((await call('POST', '/test', {})).status).toBe(409);
  await call('POST', '/secret', {});
  receiver = () => 401;
  const { status, body } = await call('POST', '/test', {});
  expect(status).toBe(202);
  expect(await logged()).toMatchObject([{ id: body['id'], kind: 'test', state: 'waiting', tries: 0 }]);
  await drain();
  expect(queue).toEqual([]);
  expect(await logged()).toMatchObject([{ kind: 'test', state: 'failed', status: 401, tries: 1 }]);
  expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject({ kind: 'test' });
});

test('a message is sent again under its id', async () => {
  await switchedOn();
  const message = await put();
  await callWebhook(worker(), message);
  expect((await as('MINE')('POST', `/deliveries/${message.id}/resend`, {})).status).toBe(202);
  await drain();
  expect(posts.map(({ headers }) => headers['webhook-id'])).toEqual([message.id, message.id]);
  expect((await as('MINE')('POST', `/deliveries/${ulid()}.test/resend`, {})).status).toBe(409);
});

test('a secret is shown once and kept sealed; renewed, both sign for a day', async () => {
  const first = await switchedOn();
  const second = String((await as('MINE')('POST', '/secret', {})).body['secret']);
  expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const signatures = async (): Promise<string[]> => {
    await callWebhook(worker(), await put());
    return (posts.at(-1)?.headers['webhook-signature'] ?? '').split(' ');
  };
  expect(await signatures()).toHaveLength(2);
  intake.time.now = new Date(intake.time.now.getTime() + 25 * 3_600_000);
  const [only, ...more] = await signatures();
  const { headers, body }: Pick<Post, 'headers' | 'body'> = posts.at(-1) ?? { headers: {}, body: '' };
  const id = headers['webhook-id'] ?? '';
  const at = Number(headers['webhook-timestamp']);
  expect([only, more]).toEqual([signedHeaders([second], { id, at, body })['webhook-signature'], []]);
  const kept = JSON.stringify([await tables.all(intake.table), (await as('MINE')('GET')).body]);
  for (const secret of [first, second]) expect(kept).not.toContain(secret);
});

test.each(['http://hooks.example.cn/', 'https://127.0.0.1/', 'https://10.0.0.1/', 'https://a:b@x.cn/', 'x'])(
  '%s is refused',
  async (wrong) => {
    const { status, body } = await as('MINE')('PUT', '', { url: wrong, on: false });
    expect([status, Object(body)['fields']]).toMatchObject([422, [{ field: 'body.url' }]]);
  },
);

test('an organisation has its own; it cannot be switched on without a secret, and only administrators set it', async () => {
  await switchedOn();
  expect((await as('OTHER')('GET')).body).toEqual({});
  expect(Object((await as('OTHER')('GET', '/deliveries')).body)['items']).toEqual([]);
  await as('OTHER')('PUT', '', { url, on: false });
  expect((await as('OTHER')('PUT', '', { url, on: true })).status).toBe(409);
  expect((await as('MINE', ['SUBMITTER'])('GET')).status).toBe(403);
});
