import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ConditionFailed, type ObjectStore } from '@geoarchive/search/snapshot/store.ts';

const refused = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** The index bucket as the snapshot engine sees it; conditions are S3's own. */
export const indexStore = (bucket: string, client: () => S3Client): ObjectStore => ({
  async get(key) {
    try {
      const found = await client().send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return { body: (await found.Body?.transformToByteArray()) ?? new Uint8Array(), etag: found.ETag ?? '' };
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  },
  async put(key, body, condition) {
    try {
      const done = await client().send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ...(condition?.ifMatch === undefined ? {} : { IfMatch: condition.ifMatch }),
          ...(condition?.ifNoneMatch === undefined ? {} : { IfNoneMatch: condition.ifNoneMatch }),
        }),
      );
      return { etag: done.ETag ?? '' };
    } catch (error) {
      if (error instanceof Error && refused.has(error.name)) throw new ConditionFailed(key);
      throw error;
    }
  },
  async delete(key) {
    await client().send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },
  async *list(prefix) {
    let token: string | undefined;
    do {
      const page = await client().send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          ...(token === undefined ? {} : { ContinuationToken: token }),
        }),
      );
      for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
      token = page.NextContinuationToken;
    } while (token !== undefined);
  },
});
