import { receiveText } from '../body/receive.ts';
import type { Operation } from '../context.ts';
import { malformedXml } from '../errors.ts';
import { findReadable, versioned } from '../find.ts';
import { versionHeader } from '../headers.ts';
import { all, child, rawTextOf, readXml } from '../xml/read.ts';
import { type Field, xmlDocument } from '../xml/write.ts';

/** GetObjectTagging */
export const getTagging: Operation = (ctx) => {
  const versionId = ctx.query.get('versionId');
  ctx.need(versioned('Get', 'Tagging', versionId));
  const bucket = ctx.bucket();
  const version = findReadable(ctx, bucket.name, ctx.key, versionId);
  const tags = Object.entries(version.meta.tags ?? {}).map(
    ([key, value]): Field => [
      'Tag',
      [
        ['Key', key],
        ['Value', value],
      ],
    ],
  );
  return {
    status: 200,
    headers: versionHeader(version, bucket.versioning),
    body: xmlDocument('Tagging', [['TagSet', tags]]),
  };
};

/** PutObjectTagging */
export const putTagging: Operation = async (ctx) => {
  const versionId = ctx.query.get('versionId');
  ctx.need(versioned('Put', 'Tagging', versionId));
  const { name } = ctx.bucket();
  const set = child(readXml(await receiveText(ctx)), 'TagSet');
  if (set === undefined) throw malformedXml();
  const tags = Object.fromEntries(
    all(set, 'Tag').map((tag) => [rawTextOf(tag, 'Key') ?? '', rawTextOf(tag, 'Value') ?? '']),
  );
  const version = findReadable(ctx, name, ctx.key, versionId);
  ctx.store.versions.setMeta(version, { ...version.meta, tags });
  return { status: 200 };
};

/** DeleteObjectTagging */
export const deleteTagging: Operation = (ctx) => {
  const versionId = ctx.query.get('versionId');
  ctx.need(versioned('Delete', 'Tagging', versionId));
  const version = findReadable(ctx, ctx.bucket().name, ctx.key, versionId);
  const { tags: _, ...rest } = version.meta;
  ctx.store.versions.setMeta(version, rest);
  return { status: 204 };
};
