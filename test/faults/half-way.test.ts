import { readFileSync } from 'node:fs';
import { archive, portal } from '@geoarchive/contract/routes.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import type { Fault } from '../../infra/local/aws/faults.ts';
import { actors } from '../support/actors.ts';
import { folderOf, manyTexts } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, publicFiles, releaseFiles } from '../support/path.ts';
import { sharedEndpoints } from '../support/shared-run.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(async () => {
  await inside.clearFaults();
  inside.close();
});

const dynamodb = (principal: string, operation: string, kind: Fault['kind'], times: number): Fault => ({
  kind,
  service: 'dynamodb',
  action: `dynamodb:${operation}`,
  principal,
  times,
});
const s3 = (principal: string, operation: string, kind: 'throttle' | 'drop', times: number): Fault => ({
  kind,
  service: 's3',
  action: `s3:${operation}`,
  principal,
  times,
});

/**
 * What goes wrong at each worker: calls that fail more often than the SDK tries them (five times), so that the worker
 * throws half-way and its message comes again; writes carried out whose answer was lost, tried again by the SDK or, after
 * five, by the queue; transactions that met another.
 */
const faults: Fault[] = [
  s3('inspect', 'GetObject', 'drop', 6),
  dynamodb('inspect', 'UpdateItem', 'drop-reply', 2),
  dynamodb('check', 'TransactWriteItems', 'conflict', 3),
  dynamodb('check', 'TransactWriteItems', 'drop-reply', 1),
  s3('seal', 'PutObject', 'drop', 6),
  dynamodb('seal', 'TransactWriteItems', 'drop-reply', 5),
  dynamodb('receive', 'BatchWriteItem', 'drop-reply', 6),
  dynamodb('receive', 'TransactWriteItems', 'drop-reply', 1),
  { kind: 'drop-reply', service: 'sqs', action: 'sqs:SendMessage*', principal: 'accept', times: 5 },
  s3('copy', 'PutObject', 'drop', 6),
  dynamodb('copy', 'UpdateItem', 'drop-reply', 2),
  dynamodb('copy', 'TransactWriteItems', 'conflict', 3),
  s3('release', 'PutObject', 'throttle', 2),
  dynamodb('release', 'TransactWriteItems', 'drop-reply', 5),
  s3('ingest', 'PutObject', 'drop', 6),
  dynamodb('ingest', 'TransactWriteItems', 'conflict', 3),
  dynamodb('project', 'TransactWriteItems', 'drop-reply', 5),
  { kind: 'drop-reply', service: 'sns', action: 'sns:PublishBatch', principal: 'intake-relay', times: 2 },
  { kind: 'drop', service: 'sns', action: 'sns:PublishBatch', principal: 'archive-relay', times: 6 },
  dynamodb('portal-relay', 'BatchWriteItem', 'drop', 6),
];

test('whatever breaks in the middle of a step, the path ends as if nothing had', async () => {
  for (const fault of faults) await inside.fault(fault);
  const folder = folderOf({ ...manyTexts(8), '报告.txt': '每一步都断一次\n' });
  const files = await listFolder(folder);
  const sealed = await handIn(people, folder, description('每一步都断一次'));
  const accepted = await acceptDeposit(people, sealed.id);
  const dossierId = accepted.dossierId ?? '';
  const numbers = files.map((_, at) => at + 1);
  await releaseFiles(people, dossierId, numbers);
  await inside.quiet();
  expect(await inside.faultsWaiting()).toEqual([]);
  expect(await inside.deadLetters()).toEqual({});

  const released = await publicFiles(people, dossierId);
  expect(released.map(({ path, sha256 }) => [path, sha256])).toEqual(
    files.map(({ path, sha256 }) => [path, sha256]),
  );
  for (const { no } of released) {
    const { url } = await people.stranger().call(portal.downloadFile, { params: { id: dossierId, no } });
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(bytes.equals(readFileSync(files[no - 1]?.file ?? ''))).toBe(true);
  }
  const keeper = await people.as('ARCHIVE_KEEPER');
  const { items } = await keeper.call(archive.listDossiers, { query: { limit: 100 } });
  expect(items.filter(({ depositId }) => depositId === sealed.id)).toHaveLength(1);
});
