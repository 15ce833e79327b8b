import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { bytesSource } from '../sources.ts';
import { decode, guessEncoding } from './encoding.ts';
import { textLines } from './stream.ts';

const hanzi = fc.string({
  unit: fc.constantFrom(...'钻孔编号岩性深度石灰岩砂泥中国地质资料馆标高米'),
  minLength: 4,
  maxLength: 60,
});

test.each(['utf8', 'gbk', 'utf16le', 'utf16be'])('Chinese text in %s comes back', (encoding) => {
  fc.assert(
    fc.property(hanzi, (text) => {
      const row = `id,name,${text},12.5\r\n`.repeat(3);
      const bytes = encode(row, encoding, { addBOM: encoding.startsWith('utf16') });
      expect(decode(bytes, guessEncoding(bytes, false))).toBe(row);
    }),
  );
});

test('Western text of one byte is not taken for Chinese', () => {
  const bytes = encode('Temperature 10° C, café, Überfall, naïve', 'win1252');
  expect(guessEncoding(bytes, false).encoding).toBe('windows-1252');
});

test('a character broken off at the end of a sample does not change the guess', () => {
  const bytes = Buffer.from('地质资料'.repeat(20));
  expect(guessEncoding(bytes.subarray(0, bytes.length - 1), true).encoding).toBe('utf-8');
});

test.each(['\n', '\r\n', '\r'])('lines ending in %j are split alike', async (end) => {
  const text = ['a', '', 'b', 'c'].join(end) + end;
  const bytes = Buffer.from(text);
  const lines: string[] = [];
  for await (const line of textLines(bytesSource('x', bytes), guessEncoding(bytes, false), 1e6))
    lines.push(line);
  expect(lines).toEqual(['a', '', 'b', 'c']);
});
