import { AwsError } from '../../sigv4/aws-error.ts';
import { receiveText } from '../body/receive.ts';
import type { Context, Operation } from '../context.ts';
import { malformedXml } from '../errors.ts';
import { MAX_PAGE_COUNT } from '../limits.ts';
import { all, type Element, rawTextOf, readXml, textOf } from '../xml/read.ts';
import { type Field, xmlDocument } from '../xml/write.ts';
import { deleteKey } from './delete-object.ts';

async function one(ctx: Context, entry: Element): Promise<Field> {
  const key = rawTextOf(entry, 'Key');
  if (key === undefined || key === '') throw malformedXml();
  const asked = textOf(entry, 'VersionId') || undefined;
  const own: Context = {
    ...ctx,
    key,
    need: (action, arn) => ctx.need(action, arn ?? ctx.arn(ctx.bucketName, key)),
  };
  try {
    const { versionId, marker } = await deleteKey(own, asked);
    return [
      'Deleted',
      [
        ['Key', key],
        ['VersionId', asked],
        ['DeleteMarker', marker || undefined],
        ['DeleteMarkerVersionId', marker ? versionId : undefined],
      ],
    ];
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return [
      'Error',
      [
        ['Key', key],
        ['VersionId', asked],
        ['Code', error.code],
        ['Message', error.message],
      ],
    ];
  }
}

/** DeleteObjects: up to 1000 keys, each with its own right and its own outcome. */
export const deleteObjects: Operation = async (ctx) => {
  ctx.bucket();
  const root = readXml(await receiveText(ctx));
  const entries = all(root, 'Object');
  if (root.name !== 'Delete' || entries.length === 0 || entries.length > MAX_PAGE_COUNT) throw malformedXml();
  const quiet = textOf(root, 'Quiet') === 'true';
  const outcomes: Field[] = [];
  for (const entry of entries) outcomes.push(await one(ctx, entry));
  const shown = quiet ? outcomes.filter(([name]) => name === 'Error') : outcomes;
  return { status: 200, body: xmlDocument('DeleteResult', shown) };
};
