import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of the paths, folders walked in order of names; links are not followed. */
export async function* walkFiles(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) yield path;
    else {
      const entries = await readdir(path, { withFileTypes: true });
      const inside = entries.filter((entry) => entry.isDirectory() || entry.isFile()).map(({ name }) => name);
      yield* walkFiles(inside.sort().map((name) => join(path, name)));
    }
  }
}

/** SHA-256 of a file in hexadecimal, streamed. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  return hash.digest('hex');
}
