import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder with these files. */
export const folderOf = (files: Record<string, string | Uint8Array>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-files-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
};

/** Small texts, each different. */
export const manyTexts = (count: number, word = '钻孔'): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${String(Math.floor(at / 100)).padStart(3, '0')}/${word}${String(at).padStart(5, '0')}.txt`,
      `${word} ${at}\n花岗岩 ${at * 7}\n`,
    ]),
  );
