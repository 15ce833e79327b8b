import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BUCKET, enableVersions, makeBucket, put, read, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
});
afterAll(() => s3.close());

const remove = (Key: string, VersionId?: string) =>
  client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key, ...(VersionId && { VersionId }) }));
const versions = async (Prefix: string) =>
  client.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix }));

describe('versions', () => {
  let before: string | undefined;
  beforeAll(async () => {
    await put(client, 'old', 'from before versioning');
    before = (await client.send(new GetBucketVersioningCommand({ Bucket: BUCKET }))).Status;
    await enableVersions(client);
  });

  test('are off at first and can be turned on', async () => {
    expect(before).toBeUndefined();
    expect((await client.send(new GetBucketVersioningCommand({ Bucket: BUCKET }))).Status).toBe('Enabled');
  });

  test('keep what was overwritten, also what is older than versioning', async () => {
    const { VersionId } = await put(client, 'old', 'new');
    expect(VersionId).toMatch(/^[\w-]{32}$/);
    expect(await read(client, 'old')).toBe('new');
    expect(await read(client, 'old', 'null')).toBe('from before versioning');
  });

  test('a delete puts a marker; deleting the marker brings the object back', async () => {
    await put(client, 'marked', 'a');
    const { VersionId = '', DeleteMarker } = await remove('marked');
    expect(DeleteMarker).toBe(true);
    expect(await refusal(read(client, 'marked'))).toMatchObject({ name: 'NoSuchKey', status: 404 });
    expect((await refusal(read(client, 'marked', VersionId))).status).toBe(405);
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'marked' }));
    expect(Contents ?? []).toEqual([]);
    const listed = await versions('marked');
    expect(listed.DeleteMarkers?.map((m) => [m.VersionId, m.IsLatest])).toEqual([[VersionId, true]]);
    expect(listed.Versions?.map((v) => v.IsLatest)).toEqual([false]);
    expect((await remove('marked', VersionId)).DeleteMarker).toBe(true);
    expect(await read(client, 'marked')).toBe('a');
  });

  test('deleting the latest version makes the one before it the latest', async () => {
    await put(client, 'stack', '1');
    const second = await put(client, 'stack', '2');
    await remove('stack', second.VersionId);
    expect(await read(client, 'stack')).toBe('1');
    expect((await refusal(read(client, 'stack', second.VersionId))).name).toBe('NoSuchVersion');
  });

  test('several can be deleted at once', async () => {
    const a = await put(client, 'many', '1');
    const b = await put(client, 'many', '2');
    const Objects = [a, b].map(({ VersionId }) => ({ Key: 'many', VersionId }));
    await client.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }));
    expect((await versions('many')).Versions ?? []).toEqual([]);
  });

  test('a read says which version it is', async () => {
    const { VersionId } = await put(client, 'which', 'x');
    expect((await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'which' }))).VersionId).toBe(
      VersionId,
    );
    expect((await refusal(read(client, 'which', '../x'))).name).toBe('InvalidArgument');
  });

  test('suspended: new objects take the place of the null version, older versions stay', async () => {
    const { VersionId } = await put(client, 'suspended', 'versioned');
    await enableVersions(client, 'Suspended');
    await put(client, 'suspended', 'null 1');
    await put(client, 'suspended', 'null 2');
    const ids = (await versions('suspended')).Versions?.map((v) => v.VersionId);
    expect(ids).toEqual(['null', VersionId]);
    expect(await read(client, 'suspended')).toBe('null 2');
    await enableVersions(client);
  });
});
