import {
  CreateBucketCommand,
  type CreateBucketCommandInput,
  GetObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { jest } from '@jest/globals';

// Requests go over the network stack; a busy machine must not fail the tests.
jest.setTimeout(30_000);

export const BUCKET = 'test-bucket';

export async function makeBucket(
  client: S3Client,
  more: Partial<CreateBucketCommandInput> = {},
): Promise<void> {
  await client.send(new CreateBucketCommand({ Bucket: BUCKET, ...more }));
}

export async function enableVersions(
  client: S3Client,
  Status: 'Enabled' | 'Suspended' = 'Enabled',
): Promise<void> {
  await client.send(new PutBucketVersioningCommand({ Bucket: BUCKET, VersioningConfiguration: { Status } }));
}

export const put = (
  client: S3Client,
  Key: string,
  Body: string | Uint8Array = 'x',
  more: Partial<PutObjectCommandInput> = {},
) => client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }));

export async function read(client: S3Client, Key: string, VersionId?: string): Promise<string> {
  const { Body } = await client.send(
    new GetObjectCommand({ Bucket: BUCKET, Key, ...(VersionId && { VersionId }) }),
  );
  if (Body === undefined) throw new Error('no body');
  return Body.transformToString();
}

/** Bytes that differ at every place, the same for the same seed. */
export function bytes(length: number, seed = 1): Buffer {
  const out = Buffer.allocUnsafe(length);
  let x = seed;
  for (let i = 0; i < length; i++) {
    x = (x * 1103515245 + 12345) & 0x7fffffff;
    out[i] = x >> 16;
  }
  return out;
}

/** What a refused call says: its code and HTTP status. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ name: string; status: number | undefined; message: string }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const metadata = '$metadata' in error ? error.$metadata : undefined;
    const status =
      typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
        ? Number(metadata.httpStatusCode)
        : undefined;
    return { name: error.name, status, message: error.message };
  }
  throw new Error('The call was not refused');
}
