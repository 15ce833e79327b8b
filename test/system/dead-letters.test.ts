import { intake, operations } from '@geoarchive/contract/routes.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf, manyTexts } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { checkUp, description } from '../support/path.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const params = { plane: 'intake', queue: 'inspect' } as const;
afterAll(async () => {
  await inside.clearFaults();
  inside.close();
});

const operator = () => people.as('OPERATOR');
const look = async () => (await operator()).call(operations.lookAtDeadLetters, { params });
const files = () => listFolder(folderOf({ ...manyTexts(3), 'poison.txt': '读不出\n' }));
const deposit = { id: '', no: 0, key: '' };

beforeAll(async () => {
  const submitter = await people.as('SUBMITTER');
  deposit.id = (await submitter.call(intake.createDeposit, { body: description('死信处理') })).id;
  const found = await files();
  deposit.no = found.findIndex(({ path }) => path === 'poison.txt') + 1;
  deposit.key = `files/${deposit.id}/${String(deposit.no).padStart(6, '0')}`;
  await inside.fault({
    kind: 'drop',
    service: 's3',
    action: 's3:GetObject',
    principal: 'inspect',
    object: `*/${deposit.key}`,
    times: 1e9,
  });
  await checkUp(people, deposit.id, found);
});

const ofDeposit = async () => (await look()).items.filter(({ text }) => text.includes(deposit.id));
const stateOf = async () => {
  const submitter = await people.as('SUBMITTER');
  const { items } = await submitter.call(intake.listFiles, { params: { id: deposit.id } });
  return items.find(({ no }) => no === deposit.no);
};

test('a poison file ends in the dead letters, where the operator sees it and what people notice', async () => {
  const [letter] = await until(ofDeposit, (letters) => letters.length > 0);
  expect(letter).toMatchObject({ origin: 'queue', summary: expect.stringContaining(deposit.id) });
  const { items } = await (await operator()).call(operations.listDeadLetters, { params });
  const queue = items.find(({ name }) => name === 'inspect');
  expect(queue).toMatchObject({
    kind: 'worker',
    keptDays: 14,
    impact: { zh: expect.stringContaining('检查') },
  });
  expect(queue?.waiting).toBeGreaterThan(0);
  expect(Date.parse(queue?.oldest ?? '')).not.toBeNaN();
});

test('nobody else sees it', async () => {
  for (const role of ['MINISTRY_ADMIN', 'AUDITOR', 'ARCHIVE_CHECKER'] as const)
    expect(
      await problemOf((await people.as(role)).call(operations.listDeadLetters, { params })),
    ).toMatchObject({
      status: 403,
    });
});

test('a dry run says what would go where and moves nothing', async () => {
  const [letter] = await until(ofDeposit, (letters) => letters.length > 0);
  const ids = [letter?.id ?? ''];
  const dry = await (await operator()).call(operations.tryReplay, { params, body: { ids } });
  expect(dry).toMatchObject({ sends: [{ id: ids[0] }], stays: [], missing: [] });
  expect(dry.to).toContain('InspectWorkerQueue');
  expect(await until(ofDeposit, (letters) => letters.length > 0)).toHaveLength(1);
});

test('sent back before the cause is mended it comes again; after, the file is inspected', async () => {
  const [letter] = await until(ofDeposit, (letters) => letters.length > 0);
  const send = async (id: string | undefined) =>
    (await operator()).call(operations.replayDeadLetters, { params, body: { ids: [id ?? ''] } });
  expect(await send(letter?.id)).toMatchObject({ sent: 1, missing: [] });
  const [again] = await until(ofDeposit, (letters) => letters.length > 0, 120);
  expect(again?.id).not.toBe(letter?.id);

  // What was checked is what is handed in: the submitter takes the deposit up again, the operator need not upload anew.
  await inside.clearFaults();
  const submitter = await people.as('SUBMITTER');
  await submitter.call(intake.reopenDeposit, { params: { id: deposit.id } });
  expect(await stateOf()).toMatchObject({ findings: [{ code: 'inspection-failed' }] });
  expect(await send(again?.id)).toMatchObject({ sent: 1 });
  const file = await until(stateOf, (found) => found?.findings.length === 0);
  expect(file).toMatchObject({ path: 'poison.txt', state: 'inspected', sha256: expect.any(String) });
  await inside.quiet();
  expect(await ofDeposit()).toEqual([]);
  const { items } = await (await operator()).call(operations.deadLetterHistory, { params });
  expect(
    items.filter(({ action }) => action === 'deadletters.replay').map(({ messages }) => messages),
  ).toEqual(expect.arrayContaining([[letter?.id], [again?.id]]));
});

test('a message nobody can handle is discarded with its reason, and what it said is kept', async () => {
  const text = JSON.stringify({ nobody: 'understands this', at: deposit.id });
  await inside.send('intake/InspectWorkerDeadLetters', JSON.parse(text));
  const [letter] = await until(ofDeposit, (letters) => letters.length > 0);
  const id = letter?.id ?? '';
  const asked = { ids: [id], reason: '测试消息，无对应文件' };
  const client = await operator();
  expect(await client.call(operations.discardDeadLetters, { params, body: asked })).toMatchObject({
    discarded: 1,
  });
  expect(await ofDeposit()).toEqual([]);
  const { items } = await client.call(operations.deadLetterHistory, { params });
  expect(items[0]).toMatchObject({
    action: 'deadletters.discard',
    messages: [id],
    reason: asked.reason,
    byName: '运维人员',
  });
  const kept = await client.call(operations.readDiscarded, { params: { ...params, message: id } });
  expect(JSON.parse(kept.text)).toEqual(JSON.parse(text));
});

test('each plane answers for its own queues, and for no others', async () => {
  const client = await operator();
  const names = async (plane: 'intake' | 'archive' | 'portal') =>
    (await client.call(operations.listDeadLetters, { params: { plane } })).items
      .map(({ name }) => name)
      .sort();
  expect(await names('intake')).toEqual([
    'check',
    'dispatch',
    'fixity',
    'inspect',
    'intake-deliver',
    'intake-digest',
    'intake-notify',
    'intake-relay',
    'project',
    'seal',
    'webhook',
  ]);
  expect(await names('archive')).toEqual([
    'accept',
    'archive-deliver',
    'archive-digest',
    'archive-notify',
    'archive-relay',
    'clocks',
    'copy',
    'deliver',
    'disclose',
    'effects',
    'hole-index',
    'receive',
    'release',
    'usage',
    'work',
  ]);
  expect(await names('portal')).toEqual(['index', 'ingest', 'portal-relay']);
});
