/**
 * A set of file numbers as one short text: a bit a number, in base64. As a list, 100 000 numbers would not fit a row of 400 KB; this
 * way any set of them takes 17 KB at most.
 */
export const packNumbers = (numbers: readonly number[]): string => {
  const bits = Buffer.alloc(Math.ceil((numbers.reduce((most, no) => Math.max(most, no), 0) + 1) / 8));
  for (const no of numbers) bits[no >> 3] = (bits[no >> 3] ?? 0) | (1 << (no & 7));
  return bits.toString('base64');
};

/** The numbers of a packed set, in order. */
export const unpackNumbers = (packed: string): number[] =>
  [...Buffer.from(packed, 'base64')].flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bit) => ((byte >> bit) & 1 ? [at * 8 + bit] : [])),
  );
