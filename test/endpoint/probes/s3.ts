import { createHash } from 'node:crypto';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { withBucket } from './bucket.ts';
import { expectThat, type Probe } from './probe.ts';

const service = 's3';
const Body = Buffer.from('岩心 core\n'.repeat(100));
const sha256 = createHash('sha256').update(Body).digest('base64');

const minute = { expiresIn: 60 };
const putTo = (url: string) => fetch(url, { method: 'PUT', body: Body });

/** What a link gave is read again by a link, in part, and by version. */
const links = (clients: Clients) =>
  withBucket(clients, async (Bucket) => {
    const at = { Bucket, Key: '报告/probe.txt' };
    const put = await putTo(await getSignedUrl(clients.s3, new PutObjectCommand(at), minute));
    expectThat(put.ok, `a presigned PUT answers ${put.status}`);
    const { VersionId } = await clients.s3.send(new HeadObjectCommand(at));
    expectThat(VersionId !== undefined, 'HEAD tells no version');
    await clients.s3.send(new PutObjectCommand({ ...at, Body: 'second' }));
    const part = await clients.s3.send(new GetObjectCommand({ ...at, VersionId, Range: 'bytes=7-10' }));
    const found = await part.Body?.transformToByteArray();
    expectThat(
      Body.subarray(7, 11).equals(found ?? Buffer.of()),
      'a range of an older version is other bytes',
    );
    const link = await getSignedUrl(clients.s3, new GetObjectCommand({ ...at, VersionId }), minute);
    const whole = await fetch(link);
    expectThat(Body.equals(Buffer.from(await whole.arrayBuffer())), 'a presigned GET gives other bytes');
  });

/** Copies are proven by the SHA-256 that S3 makes of them. */
const copies = (clients: Clients) =>
  withBucket(clients, async (Bucket) => {
    await clients.s3.send(new PutObjectCommand({ Bucket, Key: 'from', Body }));
    const CopySource = `${Bucket}/from`;
    const Key = 'copy';
    await clients.s3.send(new CopyObjectCommand({ Bucket, Key, CopySource, ChecksumAlgorithm: 'SHA256' }));
    const head = await clients.s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expectThat(head.ChecksumSHA256 === sha256, `a copy's SHA-256 is ${head.ChecksumSHA256 ?? 'not told'}`);
  });

/** Uploads of several parts by links have one CRC-64 of the whole. */
const uploads = (clients: Clients) =>
  withBucket(clients, async (Bucket) => {
    const at = { Bucket, Key: 'parts' };
    const { UploadId } = await clients.s3.send(
      new CreateMultipartUploadCommand({
        ...at,
        ChecksumAlgorithm: 'CRC64NVME',
        ChecksumType: 'FULL_OBJECT',
      }),
    );
    const first = new UploadPartCommand({ ...at, UploadId, PartNumber: 1 });
    const put = await putTo(await getSignedUrl(clients.s3, first, minute));
    const Parts = [{ PartNumber: 1, ETag: put.headers.get('etag') ?? '' }];
    await clients.s3.send(
      new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }),
    );
    const head = await clients.s3.send(new HeadObjectCommand({ ...at, ChecksumMode: 'ENABLED' }));
    expectThat(head.ChecksumCRC64NVME !== undefined, 'an upload of parts has no CRC-64');
  });

export const s3Probes: Probe[] = [
  { service, name: 'presigned links, ranges and versions', needed: true, attempt: links },
  { service, name: 'checksums of copies', needed: true, attempt: copies },
  { service, name: 'checksums of uploads in parts', needed: true, attempt: uploads },
];
