import { createHash } from 'node:crypto';
import type { CustodyFile } from '@geoarchive/contract/custody-parts.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { wrongField } from './access.ts';

/** Where a file of a thing of custody lies in the archive bucket; names that people gave are never part of a key. */
export const fileKey = (owner: string, id: string): string => `custody/${owner}/${id}`;

/** Refuses another file before it is kept where there are as many as may be. @throws Problem `too-many` */
export const expectRoom = (files: readonly CustodyFile[], most: number): void => {
  if (files.length >= most)
    throw new Problem('too-many', {
      zh: `最多 ${most} 个文件，不能再上传；请把多份材料合并为一个文件，或写入说明。`,
      en: `There are ${most} files, and no more are taken: put several papers into one, or say it in words.`,
    });
};

/**
 * Looks at a file and keeps it; what it belongs to names it afterwards, in its own transaction. Again under the same id it is the same.
 * @throws Problem `invalid-input` where it is empty, too large or of a type that is not taken (PDF, JPEG, PNG, TIFF, text).
 */
export const keepFile = async (
  { bucket }: { bucket: Pick<Bucket, 'putOnce'> },
  owner: string,
  { id, name, content }: { id: string; name: string; content: string },
): Promise<CustodyFile> => {
  const bytes = Buffer.from(content, 'base64');
  const size = bytes.length;
  if (size === 0 || size > limits.attachmentBytes)
    throw wrongField('content', `“${name}”为空或超过大小上限。`, `"${name}" is empty or too large.`);
  const { formatOf } = await import('../cases/evidence.ts');
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const format = await formatOf({ name, size, read });
  await bucket.putOnce(fileKey(owner, id), bytes, 'application/octet-stream');
  return { id, name, size, sha256: createHash('sha256').update(bytes).digest('hex'), format };
};
