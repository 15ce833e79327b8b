import type { Context, Operation } from '../context.ts';
import { checkDeletable } from '../lock.ts';
import type { Version } from '../store/model.ts';

export type Deleted = { versionId?: string; marker: boolean };

async function removeVersion(ctx: Context, version: Version): Promise<Deleted> {
  checkDeletable(ctx, version);
  const { freed } = ctx.store.versions.remove(version);
  await ctx.blobs.free(freed);
  return { versionId: version.versionId, marker: version.marker };
}

/** Puts a delete marker, which in a bucket with suspended versioning takes the place of the null version. */
async function putMarker(ctx: Context): Promise<Deleted> {
  const { written, freed } = ctx.store.versions.put({
    bucket: ctx.bucket(),
    version: {
      key: ctx.key,
      marker: true,
      size: 0,
      etag: '',
      modified: ctx.now(),
      meta: { headers: {} },
      parts: [],
    },
    also: (version) => ctx.record('ObjectRemoved:DeleteMarkerCreated', version),
  });
  ctx.deliver();
  await ctx.blobs.free(freed);
  return { versionId: written.versionId, marker: true };
}

/**
 * Deletes what the key of the context names: a version for good, or the latest by a delete marker where the bucket
 * has versions. Deleting what is not there succeeds, as in S3. Throws AccessDenied without the right or when locked.
 */
export async function deleteKey(ctx: Context, versionId: string | undefined): Promise<Deleted> {
  ctx.need(versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion');
  const bucket = ctx.bucket();
  if (versionId === undefined && bucket.versioning !== '') return putMarker(ctx);
  const version = ctx.store.versions.find(bucket.name, ctx.key, versionId ?? 'null');
  if (version === undefined) return { ...(versionId !== undefined && { versionId }), marker: false };
  const deleted = await removeVersion(ctx, version);
  return versionId === undefined ? { marker: false } : deleted;
}

/** DeleteObject */
export const deleteObject: Operation = async (ctx) => {
  const { versionId, marker } = await deleteKey(ctx, ctx.query.get('versionId'));
  return {
    status: 204,
    headers: { 'x-amz-version-id': versionId, 'x-amz-delete-marker': marker ? 'true' : undefined },
  };
};
