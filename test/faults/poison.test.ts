import { PurgeQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { intake } from '@geoarchive/contract/routes.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf, manyTexts } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { checkUp, description, handInFiles } from '../support/path.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(async () => {
  await inside.clearFaults();
  inside.close();
});

test('a file that cannot be read is put aside, and the rest of the deposit goes on', async () => {
  const submitter = await people.as('SUBMITTER');
  const { id } = await submitter.call(intake.createDeposit, { body: description('有一个坏文件') });
  const params = { id };
  const files = await listFolder(folderOf({ ...manyTexts(12), 'poison.txt': '读不出\n' }));
  const poison = files.findIndex(({ path }) => path === 'poison.txt') + 1;
  const key = `files/${id}/${String(poison).padStart(6, '0')}`;
  await inside.fault({
    kind: 'drop',
    service: 's3',
    action: 's3:GetObject',
    principal: 'inspect',
    object: `*/${key}`,
    times: 1e9,
  });
  await checkUp(people, id, files);
  const report = await submitter.call(intake.getReport, { params });
  expect(report).toMatchObject({ counts: { inspected: 13 }, verdict: { errors: 1 } });
  expect(report.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'inspection-failed', at: 'poison.txt' },
  ]);
  const { items } = await submitter.call(intake.listFiles, { params });
  expect(items.filter(({ sha256, format }) => sha256 !== undefined && format !== undefined)).toHaveLength(12);
  expect(await problemOf(submitter.call(intake.submitDeposit, { params }))).toMatchObject({
    type: 'rule-broken',
    detail: expect.stringContaining('1 errors'),
  });

  const queue = inside.named('intake/InspectWorkerDeadLetters');
  const dead = await until(
    async () =>
      (await inside.clients.sqs.send(new ReceiveMessageCommand({ QueueUrl: queue, VisibilityTimeout: 0 })))
        .Messages ?? [],
    (messages) => messages.length > 0,
  );
  expect(JSON.parse(dead[0]?.Body ?? '')).toMatchObject({ depositId: id, no: poison, key });
  expect(await inside.waiting('intake/InspectWorkerDeadLetters')).toBe(1);

  // Uploaded again, once it can be read, it is inspected like any other; nothing was lost meanwhile.
  await inside.clearFaults();
  await inside.clients.sqs.send(new PurgeQueueCommand({ QueueUrl: queue }));
  await submitter.call(intake.reopenDeposit, { params });
  await submitter.call(intake.removeFile, { params: { id, no: poison } });
  const sealed = await handInFiles(people, id, files);
  expect(sealed.receipt).toMatchObject({ files: 13 });
});
