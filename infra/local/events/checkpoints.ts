import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const schema = z.record(z.string(), z.string());
/** What is remembered from one run to the next, by key. Kept in one small file, replaced as a whole. */
export type Checkpoints = {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  /** Writes what waits to be written. */
  close(): void;
};

function load(file: string): Record<string, string> {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/**
 * Opens the file of checkpoints. With `gatherMs` changes are gathered for so long before they are written: for readers that may
 * see the last moments again after a crash, as those of streams may.
 */
export function openCheckpoints(file: string, gatherMs = 0): Checkpoints {
  const values = load(file);
  mkdirSync(dirname(file), { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    writeFileSync(`${file}.new`, JSON.stringify(values));
    renameSync(`${file}.new`, file);
  };
  return {
    get: (key) => values[key],
    set(key, value) {
      values[key] = value;
      if (gatherMs === 0) write();
      else timer ??= setTimeout(write, gatherMs);
    },
    close() {
      if (timer !== undefined) write();
    },
  };
}
