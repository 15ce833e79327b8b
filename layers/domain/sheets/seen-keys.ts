/** Two independent 32-bit halves of one digest, each step mixing every character into both (cyrb53's way, all 64 bits kept). */
const digest = (text: string): [number, number] => {
  let high = 0xde_ad_be_ef;
  let low = 0x41_c6_ce_57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return [high >>> 0, low >>> 0];
};

const smallest = 1024;
type Slots = { high: Uint32Array; low: Uint32Array; rows: Uint32Array };
const slots = (size: number): Slots => ({
  high: new Uint32Array(size),
  low: new Uint32Array(size),
  rows: new Uint32Array(size),
});

/** The slot of a digest: where it stands, or the free one where it would. Sizes are powers of two, of which a part is always free. */
const slotOf = ({ high, low, rows }: Slots, [h, l]: readonly [number, number]): number => {
  const mask = rows.length - 1;
  let at = l & mask;
  while (rows[at] !== 0 && (high[at] !== h || low[at] !== l)) at = (at + 1) & mask;
  return at;
};

const put = (into: Slots, of: readonly [number, number], row: number): void => {
  const at = slotOf(into, of);
  into.high[at] = of[0];
  into.low[at] = of[1];
  into.rows[at] = row;
};

const grown = (old: Slots): Slots => {
  const larger = slots(old.rows.length * 2);
  old.rows.forEach((row, at) => {
    if (row !== 0) put(larger, [old.high[at] ?? 0, old.low[at] ?? 0], row);
  });
  return larger;
};

/**
 * Remembers the row in which each key came first, by 64 bits of a digest in flat arrays: 24 MB for a million rows, whatever the keys are
 * (their texts took 100 MB and more). That two different keys of a million share all 64 bits has a chance of 1 in 37 million.
 */
export const seenKeys = () => {
  let held = slots(smallest);
  let count = 0;
  return {
    /** The row in which this key came first: the row given, when it is new. Rows count from 1. */
    firstOf(key: string, row: number): number {
      if (count * 4 >= held.rows.length * 3) held = grown(held);
      const of = digest(key);
      const found = held.rows[slotOf(held, of)] ?? 0;
      if (found !== 0) return found;
      put(held, of, row);
      count += 1;
      return row;
    },
  };
};
