import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { BarChange } from '@geoarchive/contract/bar-parts.ts';
import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import {
  bars,
  chases,
  documents,
  intake,
  notices,
  organisations,
  webhooks,
} from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import type { NextStep } from '@geoarchive/domain/supervision/chase.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Actors, actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn } from '../support/path.ts';
import { person } from '../support/people.ts';
import { type Got, noting, receive, signatureOf } from '../support/receiver.ts';
import { codeOf, withSecondFactor } from '../support/second-factor.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { accountOf } from '../support/tokens.ts';
import { until } from '../support/until.ts';

/*
 * From an overdue task to the bar and out of it again, through the real run: queues, papers, notices, feed, command line. The tests build
 * on each other.
 */
jest.setTimeout(240_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const organisation = `CHASED-${Date.now()}`;
const number = `RW-${organisation}`;
const day = 86_400_000;
const folder = folderOf({ 'endpoints.json': JSON.stringify(endpoints) });
const registry = accountOf(endpoints, 'REGISTRY');
/** A registry whose system stands outside, and what came to it. */
const landOffice = `LAND-${Date.now()}`;
const got: Got[] = [];
const receiver = receive(noting(got, () => 204));
let secret = '';
/** What came about the party, in the order of the feed: messages may come in any. */
const heard = () =>
  got
    .map((one) => JSON.parse(one.body))
    .filter(({ data }) => data?.organisation === organisation)
    .toSorted((a, b) => a.data.sequence - b.data.sequence);

const submitter = () =>
  person(endpoints, inside, { username: organisation.toLowerCase(), role: 'SUBMITTER', organisation });
const authority = () =>
  person(endpoints, inside, { username: 'chases-authority', role: 'PROVINCE_ADMIN', node: 'NGA' });
/** The path's own steps, with the chased organisation as submitter. */
const parties: Actors = {
  ...people,
  as: (role) => (role === 'SUBMITTER' ? submitter() : people.as(role)),
};
const mayHave = async (act: 'new-mining-right' | 'renewal' = 'new-mining-right') =>
  (await people.as('REGISTRY')).call(bars.eligibility, { query: { organisation, act } });
/** What the feed says of the organisation; the run is shared, so others stand in it too. */
const fed = async (): Promise<BarChange[]> => {
  const client = await people.as('REGISTRY');
  const found: BarChange[] = [];
  let more = true;
  for (let after = 0; more; ) {
    const page = await client.call(bars.barChanges, { query: { after, limit: 500 } });
    expect(page.items.map(({ sequence }) => sequence)).toEqual(page.items.map((_, at) => after + 1 + at));
    found.push(...page.items.filter((item) => item.organisation === organisation));
    after = page.last;
    more = page.more;
  }
  return found;
};
const kinds = async () => {
  const { items } = await (await submitter()).call(notices.listOwnNotices, { query: { limit: 100 } });
  return items.map(({ kind }) => kind);
};
const cli = (...args: string[]): Promise<{ code: number; stdout: string }> =>
  new Promise((resolve) => {
    const own = ['--endpoints', join(folder, 'endpoints.json'), '--lang', 'en'];
    const options = {
      cwd: join(import.meta.dirname, '..', '..'),
      env: { ...process.env, GEOARCHIVE_TOTP: codeOf(registry.username) },
    };
    const all = ['frontend/cli/main.ts', ...args, ...own];
    const child = execFile(process.execPath, all, options, (_, stdout) =>
      resolve({ code: child.exitCode ?? -1, stdout }),
    );
  });

let chase: ChaseDetail;
/** Serves the last paper today and lets its term of one day run out. */
const serveAndWait = async () => {
  const { paper = '', on = '' } = chase.steps.at(-1) ?? {};
  await (await authority()).call(chases.recordService, {
    params: { id: chase.id, number: paper },
    body: { channel: 'person', on },
  });
  await inside.advanceClock(2 * day);
};
const step = async (name: NextStep, more: object = {}) => {
  const { on = '' } = chase.steps.at(-1) ?? {};
  const today = addDays(on, 2);
  chase = await (await authority()).call(chases.stepChase, {
    params: { id: chase.id },
    body: { step: name, ...(name === 'circulate' ? {} : { until: addDays(today, 1) }), ...more },
  });
};

beforeAll(() => withSecondFactor(endpoints.admin, registry));
afterAll(async () => {
  await (await receiver).close();
  await inside.resetClock();
  inside.close();
});

test('the ministry registers a registry to be told of bars, which sets its webhook', async () => {
  const ministry = await people.as('MINISTRY_ADMIN');
  await ministry.call(organisations.recordOrganisation, {
    params: { code: landOffice },
    body: { name: '某省自然资源厅', reason: '登记机关' },
  });
  const told = await ministry.call(bars.setBarRecipient, {
    params: { organisation: landOffice },
    body: { told: true, reason: '矿业权登记机关' },
  });
  expect(told).toMatchObject({ name: '某省自然资源厅', told: true });
  const boss = { username: landOffice.toLowerCase(), role: 'SUBMITTER_ADMIN' } as const;
  const client = await person(endpoints, inside, { ...boss, organisation: landOffice });
  const { url } = await receiver;
  await client.call(webhooks.saveWebhook, { body: { url, on: false, without: [] } });
  ({ secret } = await client.call(webhooks.renewWebhookSecret));
  await client.call(webhooks.saveWebhook, { body: { url, on: true, without: [] } });
});

test('an overdue task is demanded, ordered, fined and circulated: the circular bars its party', async () => {
  const today = dayOf(new Date());
  const task = { number, name: '某地铜矿勘探', source: 'other' as const, organisation, node: 'NGA' };
  const job = await importTasks(
    await people.as('MINISTRY_ADMIN'),
    [{ ...task, due: addDays(today, -40) }],
    'chases',
  );
  expect(job.state).toBe('done');
  expect(await mayHave()).toMatchObject({ may: true, overdue: [{ number }] });

  const body = { organisation, until: addDays(today, 1) };
  chase = await until(
    async () => (await authority()).call(chases.startChase, { body }),
    ({ state }) => state === 'demanded',
  );
  await serveAndWait();
  await step('order');
  await serveAndWait();
  await step('propose', { text: '责令期满仍未汇交', amount: 20_000 });
  await serveAndWait();
  await step('fine', { text: '事实清楚', amount: 20_000, heard: '未陈述、申辩' });
  expect(await mayHave()).toMatchObject({ may: true });
  await serveAndWait();
  await step('circulate');
  expect(chase.state).toBe('circulated');

  const paper = chase.steps.at(-1)?.paper ?? '';
  expect(await mayHave()).toMatchObject({ may: false, bars: [{ cause: { number: paper } }] });
  expect(await mayHave('renewal')).toMatchObject({ may: true });
  expect(await fed()).toMatchObject([{ change: 'began', ground: 'until-complete', paper }]);
  await until(
    async () => heard().length,
    (count) => count > 0,
  );
  expect(await cli('eligibility', organisation, '--act', 'state-project')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining(paper),
  });
});

test('the party has the papers and the bar in its own place, and was told of each', async () => {
  const client = await submitter();
  const told = await until(kinds, (found) => found.includes('bar-began'));
  expect(told.filter((kind) => kind === 'legal-paper-issued')).toHaveLength(5);
  const { items } = await client.call(documents.listLegalPapers);
  expect(items.map(({ kind }) => kind).toSorted()).toEqual([
    ...['circular', 'demand-notice', 'penalty-decision', 'penalty-notice', 'submission-order'],
  ]);
  const own = await client.call(intake.listOwnBars);
  expect(own.items).toMatchObject([{ state: 'in-force', organisation, tasks: [{ number }] }]);
});

test('a deposit that is accepted ends the bar and closes the chase; the feed tells of it, and it may again', async () => {
  const client = await submitter();
  const { items } = await client.call(intake.listTasks);
  const task = items.find((one) => one.number === number);
  const source = folderOf({ '报告.txt': '某地铜矿勘探报告\n'.repeat(20) });
  const input = description(`某地铜矿勘探 ${organisation}`, { taskId: task?.id });
  const sealed = await handIn(parties, source, input);
  expect(await mayHave()).toMatchObject({ may: false });
  await acceptDeposit(parties, sealed.id);

  await until(fed, (found) => found.length === 2);
  expect((await fed()).map(({ change }) => change)).toEqual(['began', 'ended']);
  await until(
    async () => heard().length,
    (count) => count > 1,
  );
  expect(heard().map(({ data }) => data)).toEqual(await fed());
  expect(heard().map(({ kind, legal }) => [kind, legal])).toEqual(Array(2).fill(['party-barred', true]));
  for (const one of got) expect(one.signatures).toContain(signatureOf(secret, one));
  expect(await mayHave()).toMatchObject({ may: true, bars: [], overdue: [] });
  const closed = await until(
    async () => (await authority()).call(chases.getChase, { params: { id: chase.id } }),
    ({ state }) => state === 'closed',
  );
  expect(closed.tasks).toMatchObject([{ number, state: 'accepted' }]);
  await until(kinds, (found) => found.includes('bar-ended'));
  const own = await client.call(intake.listOwnBars);
  expect(own.items).toMatchObject([{ state: 'ended', ended: { reason: 'submitted' } }]);

  const said = await cli('eligibility', organisation, '--act', 'state-project', '--json');
  expect([said.code, JSON.parse(said.stdout)]).toMatchObject([0, { may: true, organisation }]);
  const feed = await cli('bars', 'changes', '--json');
  const lines = feed.stdout.trim().split('\n');
  const told: unknown[] = lines.map((line) => JSON.parse(line));
  expect(told).toContainEqual(expect.objectContaining({ organisation, change: 'ended' }));
  expect(await cli('eligibility', organisation, '--act', 'everything')).toMatchObject({ code: 2 });
  await inside.quiet();
});
