import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, InvalidCursor } from './cursor.ts';
import { SearchQuery } from './query.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

const query = (given: object = {}) => ({ ...SearchQuery.parse(given), visible: [{ access: ['open'] }] });

describe('cursor', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), (key, id) => {
        const position = [key === 0 ? 0 : key, id];
        expect(decodeCursor({ ...query(), cursor: encodeCursor(query(), position) })).toEqual(position);
      }),
    );
  });

  test('another page size may use it', () => {
    const cursor = encodeCursor(query({ limit: 5 }), [1, 'a']);
    expect(decodeCursor({ ...query({ limit: 50, facets: ['node'] }), cursor })).toEqual([1, 'a']);
  });

  test.each([
    ['other words', { ...query({ text: 'b' }) }],
    ['another sort', query({ sort: 'formed-asc' })],
    ['other rights', { ...query(), visible: [{}] }],
  ])('%s may not', (_what, other) => {
    expect(() => decodeCursor({ ...other, cursor: encodeCursor(query(), [1, 'a']) })).toThrow(InvalidCursor);
  });

  test.each(['x', '', '{}', 'bnVsbA', encodeCursor(query(), [1, 'a']).slice(0, -3)])(
    'damaged: %p',
    (cursor) => {
      expect(() => decodeCursor({ ...query(), cursor })).toThrow(InvalidCursor);
    },
  );

  test('no cursor, no position', () => {
    expect(decodeCursor(query())).toBeUndefined();
  });
});
