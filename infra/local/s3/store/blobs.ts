import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

type BlobWriter = {
  write(data: Buffer): Promise<void>;
  /** Moves the finished file to its place and gives its name. */
  commit(): Promise<string>;
  discard(): Promise<void>;
};

/** Chunks are gathered up to this size before they go to disk. */
const GATHER = 512 * 1024;
const ZEROS = Buffer.alloc(GATHER);

const isZero = (data: Buffer): boolean =>
  data.length <= GATHER && ZEROS.compare(data, 0, data.length, 0, data.length) === 0;

/**
 * The bytes of objects: one file per blob under a random name, so that no key ever becomes a path.
 * Files grow in `incoming`, which is emptied at start, and are renamed when complete.
 */
export function blobStore(dataDir: string) {
  const incoming = join(dataDir, 'incoming');
  const root = join(dataDir, 'blobs');
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  for (let i = 0; i < 256; i++) mkdirSync(join(root, i.toString(16).padStart(2, '0')), { recursive: true });

  const pathOf = (blob: string): string => join(root, blob.slice(0, 2), blob);

  return {
    pathOf,

    async create(): Promise<BlobWriter> {
      const blob = randomBytes(16).toString('hex');
      const path = join(incoming, blob);
      const file = await open(path, 'wx');
      let gathered: Buffer[] = [];
      let bytes = 0;
      let position = 0;
      let written = 0;
      let running: Promise<void> = Promise.resolve();

      const flush = async (): Promise<void> => {
        await running;
        const [batch, size, at] = [gathered, bytes, position];
        gathered = [];
        bytes = 0;
        position += size;
        // Runs of zeros become holes of the file: a copy of a sparse object takes no room.
        if (batch.every(isZero)) return;
        written = position;
        running = file.writev(batch, at).then(({ bytesWritten }) => {
          if (bytesWritten !== size) throw new Error('The disk took less than was given; is it full?');
        });
        // Awaited by the next flush; this keeps a failure from being reported as unhandled meanwhile.
        running.catch(() => undefined);
      };

      return {
        async write(data) {
          gathered.push(data);
          bytes += data.length;
          if (bytes >= GATHER) await flush();
        },
        async commit() {
          await flush();
          await running;
          if (written < position) await file.truncate(position);
          await file.close();
          await rename(path, pathOf(blob));
          return blob;
        },
        async discard() {
          await running.catch(() => undefined);
          await file.close();
          await rm(path, { force: true });
        },
      };
    },

    async free(blobs: readonly string[]): Promise<void> {
      for (const blob of blobs) await rm(pathOf(blob), { force: true });
    },
  };
}

export type Blobs = ReturnType<typeof blobStore>;
