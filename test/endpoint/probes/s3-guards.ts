import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { withBucket } from './bucket.ts';
import { expectRefusal, expectThat, type Probe } from './probe.ts';

const service = 's3';
const Body = 'content';

const conditions = async ({ s3 }: Clients, Bucket: string): Promise<void> => {
  const at = { Bucket, Key: 'lease', Body };
  const { ETag } = await s3.send(new PutObjectCommand({ ...at, IfNoneMatch: '*' }));
  await expectRefusal(s3.send(new PutObjectCommand({ ...at, IfNoneMatch: '*' })), /PreconditionFailed/);
  await s3.send(new PutObjectCommand({ ...at, Body: 'next', IfMatch: ETag }));
  await expectRefusal(s3.send(new PutObjectCommand({ ...at, IfMatch: ETag })), /PreconditionFailed/);
};

const hold = async ({ s3 }: Clients, Bucket: string): Promise<void> => {
  const at = { Bucket, Key: 'held' };
  const { VersionId } = await s3.send(new PutObjectCommand({ ...at, Body }));
  const set = (Status: 'ON' | 'OFF') =>
    s3.send(new PutObjectLegalHoldCommand({ ...at, VersionId, LegalHold: { Status } }));
  await set('ON');
  try {
    await expectRefusal(s3.send(new DeleteObjectCommand({ ...at, VersionId })), /AccessDenied/);
  } finally {
    await set('OFF');
  }
};

const wrongChecksum = async ({ s3 }: Clients, Bucket: string): Promise<void> => {
  const ChecksumSHA256 = createHash('sha256').update('other').digest('base64');
  await expectRefusal(s3.send(new PutObjectCommand({ Bucket, Key: 'bad', Body, ChecksumSHA256 })));
};

const badLinks = async ({ s3 }: Clients, Bucket: string): Promise<void> => {
  const at = { Bucket, Key: 'linked' };
  await s3.send(new PutObjectCommand({ ...at, Body }));
  const link = await getSignedUrl(s3, new GetObjectCommand(at), { expiresIn: 1 });
  const forged = await fetch(link.replace(/X-Amz-Signature=..../, 'X-Amz-Signature=0000'));
  await pause(2100);
  const late = await fetch(link);
  const told = `a forged link answers ${forged.status}, an expired one ${late.status}`;
  expectThat(forged.status === 403 && late.status === 403, told);
};

const badKeys = async ({ s3 }: Clients, Bucket: string, endpoint: string): Promise<void> => {
  const forger = new S3Client({
    endpoint,
    region: await s3.config.region(),
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
    forcePathStyle: true,
  });
  try {
    await expectRefusal(forger.send(new PutObjectCommand({ Bucket, Key: 'forged', Body })));
  } finally {
    forger.destroy();
  }
};

const inBucket =
  (attempt: (clients: Clients, Bucket: string, url: string) => Promise<void>) =>
  (clients: Clients, url: string): Promise<void> =>
    withBucket(clients, (Bucket) => attempt(clients, Bucket, url));

export const s3GuardProbes: Probe[] = [
  { service, name: 'conditional writes', needed: true, attempt: inBucket(conditions) },
  { service, name: 'legal holds', needed: true, attempt: inBucket(hold) },
  { service, name: 'refusing a wrong checksum', needed: false, attempt: inBucket(wrongChecksum) },
  { service, name: 'refusing forged and expired links', needed: false, attempt: inBucket(badLinks) },
  { service, name: 'refusing unknown keys', needed: false, attempt: inBucket(badKeys) },
];
