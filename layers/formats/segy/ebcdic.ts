/** EBCDIC (code page 037) of the characters used in SEG-Y card images; others become a blank. */
const PAIRS: readonly [number, string][] = [
  [0x4b, '.<(+|&'],
  [0x5a, '!$*);'],
  [0x60, '-/'],
  [0x6b, ',%_>?'],
  [0x7a, ':#@\'="'],
  [0x81, 'abcdefghi'],
  [0x91, 'jklmnopqr'],
  [0xa2, 'stuvwxyz'],
  [0xc1, 'ABCDEFGHI'],
  [0xd1, 'JKLMNOPQR'],
  [0xe2, 'STUVWXYZ'],
  [0xf0, '0123456789'],
];

const table = new Map(
  PAIRS.flatMap(([first, characters]) =>
    [...characters].map((character, i): [number, string] => [first + i, character]),
  ),
);

/** Decodes EBCDIC text. */
export const fromEbcdic = (bytes: Uint8Array) => Array.from(bytes, (byte) => table.get(byte) ?? ' ').join('');
