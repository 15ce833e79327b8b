import type { Client } from '@geoarchive/contract/client.ts';
import { cases, documents, intake, supervision, verification } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

/* Statements about tasks through the real run: letters from outside, decisions inside, papers and tasks back outside. */
jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

const today = dayOf(new Date());
const number = `T420000-S${Date.now()}`;
const organisation = 'STATEMENTS';
const submitterOf = () =>
  person(endpoints, inside, { username: 'statements-submitter', role: 'SUBMITTER', organisation });

/** Brings a licence of the organisation in, and gives its task as the submitter sees it. */
const owed = async (submitter: Client, number: string, days: number): Promise<Task> => {
  const ministry = await people.as('MINISTRY_ADMIN');
  const id = ulid();
  const row = {
    kind: 'exploration-right' as const,
    number,
    name: '某地铜矿勘探',
    holder: organisation,
    from: addDays(today, -900),
    to: addDays(today, days),
    regions: ['110101'],
  };
  await ministry.call(supervision.putRegisterBatch, { params: { id, no: 1 }, body: { rows: [row] } });
  await ministry.call(supervision.startRegisterImport, {
    params: { id },
    body: { batches: 1, subject: 'statements' },
  });
  const task = await until(
    async () => (await submitter.call(intake.listTasks)).items.find((one) => one.number === `${number}-t1`),
    (found) => found !== undefined,
  );
  if (task === undefined) throw new Error('no task');
  return task;
};
const seen = (submitter: Client, id: string) => submitter.call(intake.getOwnTask, { params: { id } });

test('a pledge from outside is confirmed: the task ends and its receipt is checked on the portal', async () => {
  const submitter = await submitterOf();
  const task = await owed(submitter, `${number}A`, 100);
  const checker = await person(endpoints, inside, {
    username: `statements-checker-${task.node.toLowerCase()}`,
    role: 'ARCHIVE_CHECKER',
    node: task.node,
  });
  const { id } = await submitter.call(cases.openOwnCase, {
    body: {
      kind: 'no-data',
      title: '承诺未形成地质资料',
      text: '洪灾，未开展工作。',
      pledged: true,
      evidence: [],
      about: { kind: 'task', id: task.id },
    },
  });
  const params = { id };
  await until(
    () => submitter.call(cases.getOwnCase, { params }),
    (found) => found.number !== undefined,
  );
  await checker.call(cases.assignCase, { params, body: { to: 'me' } });
  const { decision } = await checker.call(cases.decideCase, {
    params,
    body: { outcome: 'confirmed', reasons: '情况属实。' },
  });
  const paper = decision?.paper ?? '';
  expect(paper).toMatch(/^CN-/);

  const ended = await until(
    () => seen(submitter, task.id),
    ({ state }) => state === 'no-data',
  );
  expect(ended).toMatchObject({ released: { caseId: id, paper } });
  const { items } = await until(
    () => submitter.call(documents.listTaskDocuments, { params: { id: task.id } }),
    (found) => found.items.length > 0,
  );
  expect(items).toMatchObject([{ number: paper, kind: 'no-data-receipt', state: 'issued' }]);
  const checked = await people.stranger().call(verification.verifyDocument, {
    params: { number: paper },
    query: { code: items[0]?.code ?? '' },
  });
  expect(checked).toMatchObject({ state: 'issued', kind: 'no-data-receipt', says: { task: task.number } });

  // Neither the nightly reckoning nor a further import owes it again; reminders look at open tasks only.
  const list = await inside.table('archive').query({ index: 'gsi3', partition: `tasks#${task.node}#open` });
  expect(list.rows.map((row) => row['id'])).not.toContain(task.id);
  await inside.quiet();
});

test('a notice of force majeure leads to another day, which the submitter sees with the notice', async () => {
  const submitter = await submitterOf();
  const task = await owed(submitter, `${number}B`, 120);
  const authority = await person(endpoints, inside, {
    username: `statements-authority-${task.node.toLowerCase()}`,
    role: 'PROVINCE_ADMIN',
    node: task.node,
  });
  const later = addDays(task.due, 90);
  const { id } = await submitter.call(cases.openOwnCase, {
    body: {
      kind: 'force-majeure',
      title: '不可抗力说明',
      text: '地震，道路中断。',
      expected: later,
      evidence: [],
      about: { kind: 'task', id: task.id },
    },
  });
  const params = { id };
  await until(
    () => submitter.call(cases.getOwnCase, { params }),
    (found) => found.number !== undefined,
  );
  expect((await seen(submitter, task.id)).due).toBe(task.due);
  await authority.call(cases.assignCase, { params, body: { to: 'me' } });
  await authority.call(cases.decideCase, {
    params,
    body: { outcome: 'due-changed', reasons: '道路中断属实。', due: later },
  });
  const moved = await until(
    () => seen(submitter, task.id),
    ({ due }) => due === later,
  );
  expect(moved.decided).toMatchObject({ reckoned: task.due, ground: 'force-majeure', statement: { id } });
  const page = await authority.call(supervision.getTask, { params: { id: task.id } });
  expect(page.history[0]).toMatchObject({ action: 'task.decide-due', due: later, before: task.due });
  await inside.quiet();
});
