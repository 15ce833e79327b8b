import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { partBytes, partCount } from '@geoarchive/domain/limits.ts';
import { createCrc64 } from '@geoarchive/frontend-shared/files/crc64.ts';

/** A file to upload: its path in the deposit, where it lies, its size in bytes, its SHA-256 and the CRC-64 of each of its parts. */
export type LocalFile = { path: string; file: string; size: number; sha256: string; crc64s: string[] };

const block = 1024 ** 2;

/** Measures a file in one reading. A file that goes up in one PUT has no CRC-64: its SHA-256 is signed. */
export const measure = async (path: string, file: string): Promise<LocalFile> => {
  const { size } = await stat(file);
  const hash = createHash('sha256');
  const crc64s: string[] = [];
  const crc = partCount(size) > 1 ? await createCrc64() : undefined;
  let left = partBytes(size);
  for await (const chunk of createReadStream(file, { highWaterMark: block })) {
    hash.update(chunk);
    if (crc === undefined) continue;
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + left);
      crc.update(piece);
      at += piece.length;
      left -= piece.length;
      if (left > 0) continue;
      crc64s.push(crc.take());
      left = partBytes(size);
    }
  }
  if (crc !== undefined && left < partBytes(size)) crc64s.push(crc.take());
  return { path, file, size, sha256: hash.digest('hex'), crc64s };
};
