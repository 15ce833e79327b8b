import { open } from 'node:fs/promises';
import type { Range } from './range.ts';
import type { Blobs } from './store/blobs.ts';
import type { Part } from './store/model.ts';

const CHUNK = 256 * 1024;

/** Streams the bytes of a range out of the blobs of an object, one chunk in memory at a time. */
export async function* readBytes(blobs: Blobs, parts: readonly Part[], range: Range): AsyncGenerator<Buffer> {
  let offset = 0;
  for (const part of parts) {
    const first = Math.max(range.start - offset, 0);
    const last = Math.min(range.end - offset, part.size - 1);
    offset += part.size;
    if (first > last) continue;
    const file = await open(blobs.pathOf(part.blob), 'r');
    try {
      for (let at = first; at <= last; ) {
        const wanted = Math.min(CHUNK, last - at + 1);
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
        if (bytesRead === 0) throw new Error(`blob ${part.blob} is shorter than its index says`);
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  }
}
