import type { Source } from '../source.ts';

const PAGE = 64 * 1024;
const KEPT = 128;

/**
 * Reads through a small cache of pages, so that readers may ask for a few bytes at a time.
 * Reads larger than a few pages bypass it. Memory: at most 8 MB.
 */
export function paged(source: Source): Source {
  const pages = new Map<number, Promise<Uint8Array>>();
  const page = (index: number) => {
    const kept = pages.get(index);
    if (kept) return kept;
    const read = source.read(index * PAGE, Math.min(PAGE, source.size - index * PAGE));
    pages.set(index, read);
    const oldest = pages.keys().next();
    if (pages.size > KEPT && !oldest.done) pages.delete(oldest.value);
    return read;
  };
  return {
    name: source.name,
    size: source.size,
    async read(offset, length) {
      const start = Math.max(0, Math.min(offset, source.size));
      const end = Math.max(start, Math.min(offset + length, source.size));
      if (end === start) return new Uint8Array(0);
      if (end - start > 4 * PAGE) return source.read(start, end - start);
      const first = Math.floor(start / PAGE);
      const last = Math.floor((end - 1) / PAGE);
      if (first === last) return (await page(first)).subarray(start - first * PAGE, end - first * PAGE);
      const joined = new Uint8Array((last - first + 1) * PAGE);
      for (let index = first; index <= last; index++) joined.set(await page(index), (index - first) * PAGE);
      return joined.subarray(start - first * PAGE, end - first * PAGE);
    },
  };
}
