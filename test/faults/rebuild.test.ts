import { archive, intake, notices, portal } from '@geoarchive/contract/routes.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import type { Key } from '@geoarchive/platform/store/table.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openFunctions } from '../support/functions.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, publicFiles, releaseFiles } from '../support/path.ts';
import { sharedEndpoints, sharedState } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const functions = openFunctions(endpoints, sharedState());
afterAll(async () => {
  inside.close();
  await functions.close();
});

const stamp = Date.now();
const tasksSeen = async () =>
  (await (await people.as('SUBMITTER')).call(intake.listTasks, { query: { limit: 100 } })).items.filter(
    ({ number }) => number === `R-${stamp}`,
  );
/** Notices of the organisation that name the task. */
const told = async () => {
  const { items } = await (await people.as('SUBMITTER')).call(notices.listOwnNotices, {
    query: { limit: 100 },
  });
  return items.filter((one) => JSON.stringify(one).includes(`R-${stamp}`)).map(({ id }) => id);
};
const hits = async (id: string) =>
  (await people.stranger().call(portal.searchRecords, { query: { q: `重建${stamp}` } })).items.filter(
    (hit) => hit.id === id,
  );
const recordOf = (id: string) =>
  people
    .stranger()
    .call(portal.getRecord, { params: { id } })
    .catch(() => undefined);

test('what intake and portal hold by projection is rebuilt from scratch, as it was', async () => {
  const task = {
    number: `R-${stamp}`,
    name: '重建任务',
    source: 'state-project' as const,
    organisation: 'DEMO-SURVEY',
    node: 'NGA',
    due: '2027-01-01',
  };
  await importTasks(await people.as('MINISTRY_ADMIN'), [task], '任务.xlsx');
  const [seen] = await until(tasksSeen, (tasks) => tasks.length === 1);
  const folder = folderOf({ '报告.txt': `重建 ${stamp}\n` });
  const path = async (title: string, more = {}) => {
    const { id } = await handIn(people, folder, description(title, more));
    const review = await acceptDeposit(people, id);
    await releaseFiles(people, review.dossierId ?? '', [1]);
    return { id, reviewId: review.id, dossierId: review.dossierId ?? '' };
  };
  const kept = await path(`重建${stamp} 保留`, { taskId: seen?.id });
  const withdrawn = await path(`重建${stamp} 撤回`);
  await (await people.as('CERTIFICATE_OFFICER')).call(archive.certifyReview, {
    params: { id: kept.reviewId },
  });
  await (await people.as('SECRECY_OFFICER')).call(archive.withdrawRelease, {
    params: { id: withdrawn.dossierId },
    body: { note: '撤回' },
  });
  await until(
    () => recordOf(withdrawn.dossierId),
    (record) => record === undefined,
  );
  const submitter = await people.as('SUBMITTER');
  const depositOf = () => submitter.call(intake.getDeposit, { params: { id: kept.id } });
  const certified = await until(depositOf, ({ state }) => state === 'certified');
  await until(tasksSeen, ([one]) => one?.state === 'certified');
  await inside.quiet();
  const noticed = await told();
  expect(noticed).not.toEqual([]);
  const before = { tasks: await tasksSeen(), record: await recordOf(kept.dossierId) };
  expect(await publicFiles(people, kept.dossierId)).toHaveLength(1);
  await until(
    () => hits(kept.dossierId),
    (found) => found.length === 1,
  );

  // The disaster: projected rows are gone, the deposit is back where a copy of yesterday had it, the index is empty.
  const {
    archiveNumber: _,
    certificateNumber: __,
    ...body
  } = Object((await inside.table('intake').get({ pk: `deposit#${kept.id}`, sk: 'item' }))?.['body']);
  await inside.table('intake').update(
    { pk: `deposit#${kept.id}`, sk: 'item' },
    {
      UpdateExpression: 'SET #s = :sealed, body = :body',
      ExpressionAttributeNames: { '#s': 'state' },
      ExpressionAttributeValues: { ':sealed': 'sealed', ':body': body },
    },
  );
  await inside.table('intake').writeMany([], [{ pk: `task#${seen?.id}`, sk: 'item' }]);
  for (const { dossierId } of [kept, withdrawn]) {
    const rows: Key[] = [];
    for await (const { pk, sk } of inside.table('portal').each(`record#${dossierId}`))
      rows.push({ pk: String(pk), sk: String(sk) });
    await inside.table('portal').writeMany([], rows);
  }
  expect(await tasksSeen()).toEqual([]);
  expect(await recordOf(kept.dossierId)).toBeUndefined();
  await functions.invoke('index', { job: 'rebuild' });
  await until(
    () => hits(kept.dossierId),
    (found) => found.length === 0,
  );

  await functions.invoke('clocks', { job: 'replay', before: '2099-01-01T00:00:00.000Z' });
  await functions.invoke('ingest', { job: 'replay' });
  await functions.invoke('index', { job: 'rebuild' });

  expect(await until(tasksSeen, (tasks) => tasks.length === 1)).toEqual(before.tasks);
  expect(await until(depositOf, ({ state }) => state === 'certified', 90)).toMatchObject({
    archiveNumber: certified.archiveNumber,
    certificateNumber: certified.certificateNumber,
  });
  expect(await recordOf(kept.dossierId)).toEqual(before.record);
  expect(await publicFiles(people, kept.dossierId)).toHaveLength(1);
  expect(await recordOf(withdrawn.dossierId)).toBeUndefined();
  await until(
    () => hits(kept.dossierId),
    (found) => found.length === 1,
  );
  expect(await hits(withdrawn.dossierId)).toEqual([]);
  await inside.quiet();
  expect(await told()).toEqual(noticed);
  expect(await inside.deadLetters()).toEqual({});
});
