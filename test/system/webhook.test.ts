import type { RequestListener } from 'node:http';
import { notices, webhooks } from '@geoarchive/contract/routes.ts';
import type { WebhookDelivery } from '@geoarchive/contract/webhooks.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { type Got, noting, receive, signatureOf } from '../support/receiver.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(240_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const admin = () => people.as('SUBMITTER_ADMIN');

const closing: (() => Promise<void>)[] = [];
const receiver = async (listener: RequestListener): Promise<string> => {
  const { url, close } = await receive(listener);
  closing.push(close);
  return url;
};
const off = async () => {
  const { webhook } = await (await admin()).call(webhooks.getWebhook);
  if (webhook !== undefined)
    await (await admin()).call(webhooks.saveWebhook, { body: { url: webhook.url, on: false, without: [] } });
};
afterEach(async () => {
  await off();
  for (const close of closing.splice(0)) await close();
});
afterAll(off);

const set = async (url: string, on: boolean): Promise<string> => {
  const client = await admin();
  await client.call(webhooks.saveWebhook, { body: { url, on: false, without: [] } });
  const { secret } = await client.call(webhooks.renewWebhookSecret);
  await client.call(webhooks.saveWebhook, { body: { url, on, without: [] } });
  return secret;
};
const log = async () => (await (await admin()).call(webhooks.listWebhookDeliveries)).items;
const ended = async (which: (one: WebhookDelivery) => boolean) =>
  until(
    async () => (await log()).find(which),
    (one) => one?.state === 'delivered' || one?.state === 'failed',
  );
const tried = async (url: string) => {
  await set(url, false);
  const { id } = await (await admin()).call(webhooks.testWebhook);
  return ended((one) => one.id === id);
};
test('a receiver that fails twice and then answers has the message once more each time, signed, and the log says so', async () => {
  const got: Got[] = [];
  const url = await receiver(noting(got, (came) => (came <= 2 ? 500 : 200)));
  const before = new Set((await log()).map(({ id }) => id));
  const secret = await set(url, true);
  const number = `TS-${Date.now()}`;
  const ministry = await people.as('MINISTRY_ADMIN');
  const shape = { source: 'other', organisation: 'DEMO-SURVEY', node: 'NGA', due: '2027-06-30' } as const;
  await importTasks(ministry, [{ number, name: '推送试验', ...shape }], '任务.xlsx');
  const done = await ended(({ id, kind }) => kind === 'task-recorded' && !before.has(id));
  expect(done).toMatchObject({ state: 'delivered', status: 200, tries: 3 });
  expect(got.map(({ id }) => id)).toEqual([done?.id, done?.id, done?.id]);
  for (const one of got) expect(one.signatures).toContain(signatureOf(secret, one));
  // What the inbox says, and no more.
  const said = JSON.parse(got[0]?.body ?? '');
  const { items } = await (await admin()).call(notices.listOwnNotices, { query: { kind: 'task-recorded' } });
  const shown = items.find(({ id }) => id === done?.id);
  expect(said).toMatchObject({ title: shown?.title, text: shown?.text, legal: false });
  expect(Object.keys(said).sort()).toEqual(['at', 'id', 'kind', 'legal', 'link', 'text', 'title']);
  expect(said.link).toMatch(/\/tasks$/);
});

test('a receiver that never answers is left after its time', async () => {
  expect(await tried(await receiver(() => undefined))).toMatchObject({
    state: 'failed',
    reason: 'timed-out',
  });
});

test('a redirect to this machine is not followed', async () => {
  let hits = 0;
  const inner = await receiver((_, answer) => {
    hits += 1;
    answer.end();
  });
  const url = await receiver((_, answer) => answer.writeHead(302, { location: inner }).end());
  expect(await tried(url)).toMatchObject({ state: 'failed', status: 302, reason: 'redirect' });
  expect(hits).toBe(0);
});

test('an address in a private network, or without https, is refused when it is set', async () => {
  const client = await admin();
  for (const url of ['https://10.0.0.1/', 'https://169.254.169.254/', 'http://hooks.example.cn/'])
    await expect(
      client.call(webhooks.saveWebhook, { body: { url, on: false, without: [] } }),
    ).rejects.toMatchObject({
      problem: { status: 422 },
    });
});

test('the owner of a job is told that it ended', async () => {
  const ministry = await people.as('MINISTRY_ADMIN');
  const file = `作业 ${Date.now()}.xlsx`;
  const shape = { source: 'other', organisation: 'DEMO-SURVEY', node: 'NGA', due: '2027-06-30' } as const;
  await importTasks(ministry, [{ number: `TJ-${Date.now()}`, name: '作业试验', ...shape }], file);
  const told = await until(
    async () =>
      (await ministry.call(notices.listNotices, { query: { kind: 'job-ended' } })).items.find(({ title }) =>
        title.zh.includes(file),
      ),
    (one) => one !== undefined,
  );
  expect(told?.link).toMatch(/^\/jobs\/[0-9A-Z]{26}$/);
});
