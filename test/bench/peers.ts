import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import type { LocalFile } from '@geoarchive/frontend-cli/local-file.ts';
import { seconds } from './figure.ts';

/** The same files by plain PUT, eight at once, to a server that does nothing but write each to the disk: the least it can take. */
export const plainPuts = async (folder: string, files: readonly LocalFile[]): Promise<number> => {
  const server = fork(join(import.meta.dirname, 'plain-server.ts'), [folder], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  try {
    const [port]: unknown[] = await once(server, 'message');
    const left = files.entries();
    return await seconds(() =>
      Promise.all(
        Array.from({ length: 8 }, async () => {
          for (const [at, { file }] of left) {
            const body = await openAsBlob(file);
            await (await fetch(`http://127.0.0.1:${String(port)}/${at}`, { method: 'PUT', body })).text();
          }
        }),
      ),
    );
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
};
