import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalFile } from '@geoarchive/frontend-cli/local-file.ts';

/** Different texts of 2 kB each, on the disk, 500 in a folder, with their checksums. */
export const smallFiles = (folder: string, count: number): LocalFile[] =>
  Array.from({ length: count }, (_, at) => {
    const path = `${String(Math.floor(at / 500)).padStart(3, '0')}/钻孔${String(at).padStart(5, '0')}.txt`;
    const content = `钻孔 ${at}\n${randomBytes(1024).toString('hex')}`.slice(0, 2000);
    const file = join(folder, path);
    if (at % 500 === 0) mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    return {
      path,
      file,
      size: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
      crc64s: [],
    };
  });
