import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@geoarchive/contract/client.ts';
import type { job } from '@geoarchive/contract/jobs.ts';
import { intake, jobs, supervision } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { person } from '../support/people.ts';
import { codeOf, withSecondFactor } from '../support/second-factor.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { accountOf } from '../support/tokens.ts';
import { until } from '../support/until.ts';

/*
 * Registers and their tasks, through the command line and the real run: queues, projection into intake, clock. The tests build on
 * each other.
 */
jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const ministry = accountOf(endpoints, 'MINISTRY_ADMIN');
const today = dayOf(new Date());
const number = `T420000-${Date.now()}`;
const licence = {
  kind: 'exploration-right',
  number,
  name: '某地铜矿勘探',
  holder: 'DEMO-SURVEY',
  from: addDays(today, -900),
  to: addDays(today, 100),
  minerals: ['copper'],
  regions: ['420100'],
};
const due = addDays(today, 70);
const folder = folderOf({ 'endpoints.json': JSON.stringify(endpoints) });

type Said = { code: number; stdout: string; stderr: string };
const cli = (command: string, ...args: string[]): Promise<Said> =>
  new Promise((resolve) => {
    const own = ['--endpoints', join(folder, 'endpoints.json'), '--lang', 'en'];
    const all = ['frontend/cli/main.ts', command, ...own, ...args];
    const options = {
      cwd: join(import.meta.dirname, '..', '..'),
      env: { ...process.env, GEOARCHIVE_TOTP: codeOf(ministry.username) },
    };
    const child = execFile(process.execPath, all, options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
const lines = ({ stdout }: Said): unknown[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const ended = z.object({ job: z.string(), state: z.string(), tasksUpdated: z.number() }).loose();
const file = (rows: object[]): string => {
  const path = join(folder, '登记.json');
  writeFileSync(path, JSON.stringify(rows));
  return path;
};
const bring = async (...rows: object[]) => {
  const said = await cli('registers', 'import', file(rows), '--json');
  return ended.parse(lines(said)[0]);
};

/** The task of the licence as somebody of the submitter's side sees it; nothing while it is not theirs. */
const seenBy = async (client: Client) => {
  let cursor: string | undefined;
  do {
    const page = await client.call(intake.listTasks, { query: { limit: 100, ...(cursor && { cursor }) } });
    const found = page.items.find((task) => task.number === `${number}-t1`);
    if (found !== undefined) return found;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return undefined;
};
const version = async (taskId: string): Promise<number> =>
  z
    .object({ version: z.number() })
    .parse(await inside.table('archive').get({ pk: `task#${taskId}`, sk: 'item' })).version;

beforeAll(() => withSecondFactor(endpoints.admin, ministry));
afterAll(async () => {
  await inside.resetClock();
  inside.close();
});

test('a dry run tells what each row would do and changes nothing; rows that are refused make it fail', async () => {
  const rows = [licence, { ...licence, number: `${number}-X`, to: addDays(licence.from, -1) }];
  const said = await cli('registers', 'import', file(rows), '--dry-run', '--json');
  expect(said).toMatchObject({ code: 1, stderr: '' });
  expect(lines(said)).toMatchObject([
    { number, outcome: 'new', duties: [{ subject: 't1', after: due }] },
    { outcome: 'refused', remarks: [{ code: 'end-before-start' }] },
  ]);
  const good = await cli('registers', 'import', file([licence]), '--dry-run');
  expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining(`${number} new · t1 — → ${due}`) });
  const { items } = await (await people.as('MINISTRY_ADMIN')).call(supervision.listRegisters, {
    query: { number, node: 'HB' },
  });
  expect(items).toEqual([]);
});

test('a file that cannot be read, a cell that is wrong, arguments that are none', async () => {
  expect(await cli('registers', 'import', join(folder, 'none.csv'))).toMatchObject({ code: 2 });
  const csv = join(folder, '登记.csv');
  writeFileSync(csv, `kind,number,name,holder,from\nexploration-right,${number},x,DEMO-SURVEY,2026-02-30\n`);
  expect(await cli('registers', 'import', csv)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^2: From .*2026-02-30/m),
  });
  expect(await cli('registers', 'bring')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Usage'),
  });
  expect(await cli('registers', '--help')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('--dry-run'),
  });
  expect(await cli('tasks', 'list', '--state', 'lost')).toMatchObject({ code: 2 });
  expect(await cli('tasks', 'recompute', '--at', 'yesterday')).toMatchObject({ code: 2 });
});

test('an import makes a task that its submitter sees with what it rests on; the same again changes nothing', async () => {
  expect(await bring(licence)).toMatchObject({ state: 'done', created: 1, tasksCreated: 1 });
  const submitter = await people.as('SUBMITTER');
  const task = await until(
    () => seenBy(submitter),
    (found) => found !== undefined,
  );
  expect(task).toMatchObject({
    due,
    node: 'HB',
    state: 'open',
    basis: {
      registerNumber: number,
      proof: { decides: { rule: 'exploration-expiry', on: licence.to, days: -30 }, receiver: { node: 'HB' } },
    },
  });
  expect(await bring(licence)).toMatchObject({ unchanged: 1, tasksCreated: 0, tasksUpdated: 0 });
  expect(await version(task?.id ?? '')).toBe(1);
  const listed = await cli(
    'tasks',
    'list',
    '--node',
    'HB',
    '--state',
    'open',
    '--before',
    addDays(due, 1),
    '--json',
  );
  expect(lines(listed)).toContainEqual(expect.objectContaining({ number: `${number}-t1`, due }));
  const earlier = await cli('tasks', 'list', '--node', 'HB', '--before', due);
  expect(earlier).toMatchObject({ code: 0, stdout: expect.not.stringContaining(number) });
});

test('a transfer moves it to the other organisation, a revocation its day; both are taken back', async () => {
  const submitter = await people.as('SUBMITTER');
  const buyer = await person(endpoints, inside, {
    username: 'registers-buyer',
    role: 'SUBMITTER',
    organisation: 'REGISTERS-BUYER',
  });
  const transfer = await bring({ ...licence, holder: 'REGISTERS-BUYER', transferredOn: today });
  expect(transfer).toMatchObject({ created: 0, updated: 1, tasksUpdated: 1 });
  await until(
    () => seenBy(submitter),
    (found) => found === undefined,
  );
  const bought = await until(
    () => seenBy(buyer),
    (found) => found !== undefined,
  );
  expect(bought).toMatchObject({ due, organisation: 'REGISTERS-BUYER' });

  const revoked = { ...licence, holder: 'REGISTERS-BUYER', happening: 'revoked', happenedOn: today };
  const { job } = await bring(revoked);
  const moved = await until(
    () => seenBy(buyer),
    (found) => found?.due !== due,
  );
  expect(moved).toMatchObject({
    id: bought?.id,
    due: addDays(today, 15),
    basis: { proof: { decides: { rule: 'revoked' }, beside: [{ rule: 'exploration-expiry', due }] } },
  });
  expect(lines(await cli('registers', 'undo', job, '--json'))).toMatchObject([
    { restored: 1, tasksUpdated: 1 },
  ]);
  await until(
    () => seenBy(buyer),
    (found) => found?.due === due,
  );
  // The entry says again what the transfer left: that can be taken back too.
  expect(lines(await cli('registers', 'undo', transfer.job, '--json'))).toMatchObject([
    { restored: 1, tasksUpdated: 1 },
  ]);
  await until(
    () => seenBy(submitter),
    (found) => found?.due === due,
  );
});

test('three days later the clock reckons everything once, and no task is told of again', async () => {
  const { id } = (await seenBy(await people.as('SUBMITTER'))) ?? { id: '' };
  const day = addDays(today, 3);
  const watcher = await people.as('MINISTRY_ADMIN');
  // Page by page: other tests' clocks went further, and their jobs are newer.
  const ofClock = async () => {
    const found: z.infer<typeof job>[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 100, ...(cursor && { cursor }) };
      const page = await watcher.call(jobs.listAllJobs, { query });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found.filter(
      ({ kind, owner, subject }) => kind === 'recompute' && owner === 'system:clocks' && subject === day,
    );
  };
  const said = await cli('tasks', 'recompute', '--at', day, '--json');
  expect(ended.parse(lines(said)[0])).toMatchObject({ state: 'done', tasksCreated: 0, tasksUpdated: 0 });
  await inside.advanceClock(3600_000);
  const [daily] = await until(
    ofClock,
    (found) => found.every(({ state }) => state === 'done') && found.length > 0,
  );
  expect(daily).toMatchObject({ counts: { tasksCreated: 0, tasksUpdated: 0, tasksWithdrawn: 0 } });
  expect(await ofClock()).toHaveLength(1);
  // Reminders are told by the same clock; the reckoning says nothing of the task.
  const { items: trail } = await listAuditOf(inside.table('archive'), id, { cursor: undefined, limit: 100 });
  const actions = trail.map(({ action }) => action);
  expect(actions).toContain('register.import');
  expect(actions).not.toContain(supervision.recompute.audit);
  expect(await cli('tasks', 'recompute', '--at', 'now')).toMatchObject({ code: 0 });
});

test('where the clock cannot be moved, it is said', async () => {
  const { aws: _, ...cloud } = endpoints;
  const own = join(folder, 'cloud.json');
  writeFileSync(own, JSON.stringify(cloud));
  const said = await cli('tasks', 'recompute', '--at', today, '--endpoints', own);
  expect(said).toMatchObject({ code: 2, stderr: expect.stringContaining('Only the clock of a local run') });
});
