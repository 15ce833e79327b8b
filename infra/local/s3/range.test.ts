import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseRange } from './range.ts';

describe('parseRange', () => {
  test.each([
    ['bytes=0-0', 10, { start: 0, end: 0 }],
    ['bytes=2-5', 10, { start: 2, end: 5 }],
    ['bytes=2-', 10, { start: 2, end: 9 }],
    ['bytes=-3', 10, { start: 7, end: 9 }],
    ['bytes=-30', 10, { start: 0, end: 9 }],
    ['bytes=5-99', 10, { start: 5, end: 9 }],
  ])('%s of %i bytes', (header, size, range) => {
    expect(parseRange(header, size)).toEqual(range);
  });
  test.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=1-2,4-5', 'lines=1-2', 'bytes=a-b'])(
    'what cannot be read means the whole: %s',
    (header) => {
      expect(parseRange(header, 10)).toBeUndefined();
    },
  );
  test.each([
    ['bytes=10-', 10],
    ['bytes=10-20', 10],
    ['bytes=-0', 10],
    ['bytes=0-', 0],
  ])('%s of %i bytes is not satisfiable', (header, size) => {
    expect(() => parseRange(header, size)).toThrow(
      expect.objectContaining({ code: 'InvalidRange', status: 416 }),
    );
  });
  test('what it gives lies within the object', () => {
    const n = fc.nat(50);
    fc.assert(
      fc.property(n, fc.option(n), fc.integer({ min: 1, max: 40 }), (from, to, size) => {
        fc.pre(from < size);
        const range = parseRange(`bytes=${from}-${to ?? ''}`, size);
        if (range === undefined) return to !== null && to < from;
        return range.start === from && range.end >= from && range.end < size;
      }),
    );
  });
});
