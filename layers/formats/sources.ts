import { readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Source } from './source.ts';

/** A file on this machine. Nothing stays open between reads, so there is nothing to close. */
export function fileSource(path: string): Source {
  return {
    name: basename(path),
    size: statSync(path).size,
    async read(offset, length) {
      const handle = await open(path, 'r');
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}

/** A file that is in memory already. */
export function bytesSource(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** The files beside a file: exact name first, then without regard to case (archives come from Windows). */
export function folderSiblings(path: string): (name: string) => Source | undefined {
  let names: string[] | undefined;
  return (name) => {
    names ??= readdirSync(dirname(path));
    const found =
      names.find((other) => other === name) ??
      names.find((other) => other.toLowerCase() === name.toLowerCase());
    return found === undefined ? undefined : fileSource(join(dirname(path), found));
  };
}
