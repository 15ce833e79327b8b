import { setTimeout as pause } from 'node:timers/promises';
import { archive, intake } from '@geoarchive/contract/routes.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn } from '../support/path.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(async () => {
  await inside.clearFaults();
  await inside.resetClock();
  inside.close();
});

const stamp = Date.now();
const task = (no: number) => ({
  number: `T-${stamp}-${no}`,
  name: `停机期间的任务 ${no}`,
  source: 'state-project' as const,
  organisation: 'DEMO-SURVEY',
  node: 'NGA',
  due: '2027-06-30',
});
const recordTasks = async (...numbers: number[]) =>
  importTasks(await people.as('MINISTRY_ADMIN'), numbers.map(task), '任务.xlsx');
const tasksSeen = async (): Promise<string[]> => {
  const submitter = await people.as('SUBMITTER');
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await submitter.call(intake.listTasks, {
      query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
    });
    found.push(...page.items.map(({ number }) => number).filter((number) => number.includes(`${stamp}`)));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found.sort();
};

test('events that come while their consumer is down are there when it is back', async () => {
  const sealed = await handIn(people, folderOf({ 'a.txt': `停机 ${stamp}\n` }), description('消费者停机'));
  await inside.fault({
    kind: 'throttle',
    service: 'sqs',
    action: 'sqs:ReceiveMessage',
    principal: 'project',
    times: 1e9,
  });
  // A poll that was on its way still takes one batch: events of no effect use it up.
  const idle = {
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    type: 'TaskRecorded',
    at: new Date().toISOString(),
    data: {
      task: { ...task(0), id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', state: 'open', organisation: 'NOBODY' },
      version: 1,
    },
  };
  do {
    await inside.send('intake/ProjectWorkerQueue', idle);
    await pause(800);
  } while ((await inside.waiting('intake/ProjectWorkerQueue')) === 0);

  await recordTasks(1, 2, 3);
  const accepted = await acceptDeposit(people, sealed.id);
  await pause(1000);
  const submitter = await people.as('SUBMITTER');
  const params = { id: sealed.id };
  expect(await tasksSeen()).toEqual([]);
  expect(await submitter.call(intake.getDeposit, { params })).toMatchObject({ state: 'sealed' });

  await inside.clearFaults();
  await until(tasksSeen, (seen) => seen.length === 3);
  expect(
    await until(
      () => submitter.call(intake.getDeposit, { params }),
      ({ state }) => state === 'accepted',
    ),
  ).toMatchObject({ archiveNumber: accepted.archiveNumber });
  expect(await inside.deadLetters()).toEqual({});
});

test('what the stream does not deliver stays in the outbox, and the sweep sends it', async () => {
  const sealed = await handIn(people, folderOf({ 'b.txt': `补发 ${stamp}\n` }), description('流停了'));
  const review = await acceptDeposit(people, sealed.id);
  const submitter = await people.as('SUBMITTER');
  const state = async () => (await submitter.call(intake.getDeposit, { params: { id: sealed.id } })).state;
  await until(state, (seen) => seen === 'accepted');
  await until(
    () => inside.outbox('archive'),
    (left) => left === 0,
  );
  // The relay reads what the stream shows with BatchGetItem; the sweep asks the table itself.
  await inside.fault({
    kind: 'throttle',
    service: 'dynamodb',
    action: 'dynamodb:BatchGetItem',
    principal: 'archive-relay',
    times: 1e9,
  });
  const officer = await people.as('CERTIFICATE_OFFICER');
  await officer.call(archive.certifyReview, { params: { id: review.id } });
  await pause(1500);
  expect(await inside.outbox('archive')).toBe(2);
  expect(await state()).toBe('accepted');

  await inside.advanceClock(6 * 60_000);
  expect(await inside.outbox('archive')).toBe(0);
  await until(state, (seen) => seen === 'certified');
});
