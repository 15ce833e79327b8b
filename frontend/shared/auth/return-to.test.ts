import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeReturn } from './return-to.ts';

test.each([
  [null, '/'],
  ['/deposits/1?tab=files#f', '/deposits/1?tab=files#f'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?to=/sign-in', '/'],
])('%j goes to %j', (asked, to) => expect(safeReturn(asked)).toBe(to));

test('never leaves the site', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(new URL(safeReturn(`/${text}`), 'https://own.example').origin).toBe('https://own.example');
    }),
  );
});
