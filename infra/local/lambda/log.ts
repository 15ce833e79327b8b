import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type FunctionLog = { write(chunk: Buffer | string): void; close(): Promise<void> };

const LIMIT = 20 * 1024 * 1024;

/** Keeps one older file; a log never grows past twice its limit over restarts. */
function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LIMIT) renameSync(file, `${file}.1`);
}

/** Appends a function's output to its file. What a call that is still on its way says after the end is dropped: the run is being ended. */
export function openLog(file: string): FunctionLog {
  mkdirSync(dirname(file), { recursive: true });
  rotate(file);
  const stream = createWriteStream(file, { flags: 'a' });
  return {
    write: (chunk) => void (stream.writableEnded || stream.write(chunk)),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
