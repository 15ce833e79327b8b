/** What one call to a topic may hold: ten messages, 256 KiB in all; the attributes need some room too. */
const largest = { items: 10, bytes: 240_000 };

/** Groups in order, each within what one call (or one message of up to `most` items) may hold; an item over the limit by itself goes alone. */
export const inBatches = <T>(
  items: readonly T[],
  bytesOf: (item: T) => number,
  most = largest.items,
): T[][] => {
  const batches: T[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = bytesOf(item);
    const last = batches.at(-1);
    if (last === undefined || last.length >= most || bytes + size > largest.bytes) {
      batches.push([item]);
      bytes = size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return batches;
};
