import { lazyS3, type S3Source } from '@geoarchive/platform/lazy-s3.ts';
import { ConditionFailed, type ObjectStore } from '@geoarchive/search/snapshot/store.ts';

const refused = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** The index bucket as the snapshot engine sees it; conditions are S3's own. */
export const indexStore = (bucket: string, source: S3Source): ObjectStore => {
  const s3 = lazyS3(source);
  return {
    async get(key) {
      const { client, GetObjectCommand } = await s3();
      try {
        const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return {
          body: (await found.Body?.transformToByteArray()) ?? new Uint8Array(),
          etag: found.ETag ?? '',
        };
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    async put(key, body, condition) {
      const { client, PutObjectCommand } = await s3();
      try {
        const done = await client.send(
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
      const { client, DeleteObjectCommand } = await s3();
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    async *list(prefix) {
      const { client, ListObjectsV2Command } = await s3();
      let token: string | undefined;
      do {
        const page = await client.send(
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
  };
};
