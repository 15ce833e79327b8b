import { expect, test } from '@jest/globals';
import { identifyText } from './identify.ts';

const idOf = (text: string, extension = '') => identifyText(new TextEncoder().encode(text), extension, false);

test.each(['~V\n', '# by us\r\n\r\n   # and them\r\n  ~ Version\r\n', '\n\n~v'])(
  '%j begins a LAS file',
  (text) => {
    expect(idOf(text)).toBe('las');
  },
);
test('many comment lines before something else are told at once', () => {
  const text = `${'# made, by, x\r\n'.repeat(500)}hole,from\r\n`;
  const start = performance.now();
  expect(idOf(text, 'csv')).toBe('csv');
  // It once took twice as long with each line more.
  expect(performance.now() - start).toBeLessThan(2000);
});
