import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AwsError } from './aws-error.ts';
import { decodePercent, encodeRfc3986, splitUrl } from './encode.ts';

const text = fc.string({ unit: 'grapheme' });

describe('encodeRfc3986', () => {
  test('leaves only unreserved characters', () => {
    expect(encodeRfc3986("aZ09-._~ !'()*/é")).toBe('aZ09-._~%20%21%27%28%29%2A%2F%C3%A9');
  });
  test('is undone by decoding', () => {
    fc.assert(fc.property(text, (t) => decodePercent(encodeRfc3986(t)) === t));
  });
});

describe('splitUrl', () => {
  test('gives back the parameters that were put in', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            text.filter((t) => t !== ''),
            text,
          ),
        ),
        (pairs) => {
          const query = pairs.map(([n, v]) => `${encodeRfc3986(n)}=${encodeRfc3986(v)}`).join('&');
          expect(splitUrl(`/p?${query}`)).toEqual({ path: '/p', query: pairs });
        },
      ),
    );
  });
  test('a parameter without a value is empty; a plus is a plus', () => {
    expect(splitUrl('/a?x&y=1+2=3')).toEqual({
      path: '/a',
      query: [
        ['x', ''],
        ['y', '1+2=3'],
      ],
    });
  });
  test('bytes that are no UTF-8 are refused', () => {
    expect(() => splitUrl('/a?x=%ff')).toThrow(AwsError);
  });
});
