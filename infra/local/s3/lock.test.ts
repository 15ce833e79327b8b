import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  type ObjectLockRetentionMode,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BUCKET, enableVersions, makeBucket, put, read, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: S3Client;
const DAY = 86_400_000;
// Of one moment, in whole seconds: what is asked for and what is expected are the same also when a second passes between them.
const begun = Math.floor(Date.now() / 1000) * 1000;
const inDays = (days: number) => new Date(begun + days * DAY);

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client, { ObjectLockEnabledForBucket: true });
});
afterAll(() => s3.close());
beforeEach(() => {
  s3.clock.now = undefined;
  s3.denied.clear();
});

const retain = (Key: string, Mode: ObjectLockRetentionMode, days: number, more: object = {}) =>
  client.send(
    new PutObjectRetentionCommand({
      Bucket: BUCKET,
      Key,
      Retention: { Mode, RetainUntilDate: inDays(days) },
      ...more,
    }),
  );
const hold = (Key: string, Status: 'ON' | 'OFF') =>
  client.send(new PutObjectLegalHoldCommand({ Bucket: BUCKET, Key, LegalHold: { Status } }));
const remove = (Key: string, VersionId: string | undefined, more: object = {}) =>
  client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key, VersionId, ...more }));

describe('a retained version', () => {
  test.each(['GOVERNANCE', 'COMPLIANCE'] as const)('%s: cannot be deleted before its time', async (mode) => {
    const { VersionId } = await put(client, mode, 'x');
    await retain(mode, mode, 10);
    const kept = await client.send(new GetObjectRetentionCommand({ Bucket: BUCKET, Key: mode }));
    expect(kept.Retention).toEqual({ Mode: mode, RetainUntilDate: inDays(10) });
    expect(await refusal(remove(mode, VersionId))).toMatchObject({ name: 'AccessDenied', status: 403 });
    const Objects = [{ Key: mode, VersionId }];
    const { Errors } = await client.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }));
    expect(Errors?.[0]?.Code).toBe('AccessDenied');
    expect(await read(client, mode, VersionId)).toBe('x');
    s3.clock.now = new Date(Date.now() + 11 * DAY);
    const late = s3.client({ systemClockOffset: 11 * DAY });
    await late.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: mode, VersionId }));
    s3.clock.now = undefined;
    expect((await refusal(read(client, mode, VersionId))).name).toBe('NoSuchVersion');
  });

  test('can still be hidden by a delete marker or overwritten', async () => {
    const { VersionId } = await put(client, 'hidden', 'x');
    await retain('hidden', 'COMPLIANCE', 1);
    expect((await remove('hidden', undefined)).DeleteMarker).toBe(true);
    await put(client, 'hidden', 'y');
    expect(await read(client, 'hidden', VersionId)).toBe('x');
  });

  test('may be kept longer, never shorter in compliance mode', async () => {
    await put(client, 'longer');
    await retain('longer', 'COMPLIANCE', 10);
    await retain('longer', 'COMPLIANCE', 11);
    expect((await refusal(retain('longer', 'COMPLIANCE', 5))).status).toBe(403);
    expect(
      (await refusal(retain('longer', 'GOVERNANCE', 20, { BypassGovernanceRetention: true }))).status,
    ).toBe(403);
  });

  test('governance gives way to the right to bypass, asked for', async () => {
    const { VersionId } = await put(client, 'bypass');
    await retain('bypass', 'GOVERNANCE', 10);
    expect((await refusal(retain('bypass', 'GOVERNANCE', 1))).status).toBe(403);
    s3.denied.add('s3:BypassGovernanceRetention');
    expect((await refusal(remove('bypass', VersionId, { BypassGovernanceRetention: true }))).status).toBe(
      403,
    );
    s3.denied.clear();
    await remove('bypass', VersionId, { BypassGovernanceRetention: true });
  });

  test('a date in the past is refused', async () => {
    await put(client, 'past');
    expect((await refusal(retain('past', 'GOVERNANCE', -1))).name).toBe('InvalidArgument');
  });
});

test('a version under legal hold cannot be deleted until it is lifted', async () => {
  const { VersionId } = await put(client, 'held');
  await hold('held', 'ON');
  const { LegalHold } = await client.send(new GetObjectLegalHoldCommand({ Bucket: BUCKET, Key: 'held' }));
  expect(LegalHold?.Status).toBe('ON');
  expect((await refusal(remove('held', VersionId, { BypassGovernanceRetention: true }))).status).toBe(403);
  await hold('held', 'OFF');
  await remove('held', VersionId);
});

test('an upload can bring its lock, which needs the right to', async () => {
  const lock = {
    ObjectLockMode: 'COMPLIANCE',
    ObjectLockRetainUntilDate: inDays(3),
    ObjectLockLegalHoldStatus: 'ON',
  } as const;
  await put(client, 'brought', 'x', lock);
  const head = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'brought' }));
  expect(head).toMatchObject(lock);
  s3.denied.add('s3:PutObjectRetention');
  expect((await refusal(put(client, 'brought', 'x', lock))).name).toBe('AccessDenied');
});

test('a default retention of the bucket applies to what comes later', async () => {
  const config = () => client.send(new GetObjectLockConfigurationCommand({ Bucket: BUCKET }));
  expect((await config()).ObjectLockConfiguration).toMatchObject({ ObjectLockEnabled: 'Enabled' });
  const ObjectLockConfiguration = {
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 2 } },
  } as const;
  await client.send(new PutObjectLockConfigurationCommand({ Bucket: BUCKET, ObjectLockConfiguration }));
  expect((await config()).ObjectLockConfiguration).toEqual(ObjectLockConfiguration);
  await put(client, 'by-default');
  const head = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'by-default' }));
  expect(head.ObjectLockMode).toBe('GOVERNANCE');
  expect(Number(head.ObjectLockRetainUntilDate) - Date.now()).toBeGreaterThan(1.9 * DAY);
});

test('buckets with a lock keep their versions; buckets without know no lock', async () => {
  expect((await refusal(enableVersions(client, 'Suspended'))).name).toBe('InvalidBucketState');
  await makeBucket(client, { Bucket: 'no-lock' });
  const get = client.send(new GetObjectLockConfigurationCommand({ Bucket: 'no-lock' }));
  expect((await refusal(get)).name).toBe('ObjectLockConfigurationNotFoundError');
  const withLock = put(client, 'x', 'x', { Bucket: 'no-lock', ObjectLockLegalHoldStatus: 'ON' });
  expect((await refusal(withLock)).name).toBe('InvalidRequest');
});
