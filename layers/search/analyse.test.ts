import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type Phrase, phraseOf, runs, tokens, wordGroups } from './analyse.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

/** What an engine does with a phrase, in the simplest form. */
const contains = (text: string, { tokens: wanted, prefix }: Phrase): boolean => {
  const all = tokens(text);
  return all.some((_, at) =>
    wanted.every((token, i) => {
      const there = all[at + i];
      return prefix && i === wanted.length - 1 ? there?.startsWith(token) : there === token;
    }),
  );
};
const finds = (query: string, text: string): boolean =>
  wordGroups(query).every((group) => group.some((phrase) => contains(text, phrase)));
const findsPhrase = (query: string, text: string): boolean => {
  const phrase = phraseOf(query);
  return phrase !== undefined && contains(text, phrase);
};

const chinese = fc.string({ unit: fc.constantFrom(...'金矿勘查报告新疆铜镍'), minLength: 1, maxLength: 12 });
const mixed = fc.string({ unit: fc.constantFrom(...'金矿铜區aB7 -J50'), minLength: 1, maxLength: 14 });

describe('tokens', () => {
  test('pairs with the last character alone; words, numbers and codes whole', () => {
    expect(tokens('新疆金矿')).toEqual(['新疆', '疆金', '金矿', '矿']);
    expect(tokens('K43E019022幅 Report (1:50 000)')).toEqual([
      'k43e019022',
      '幅',
      'report',
      '1',
      '50',
      '000',
    ]);
    expect(tokens('d00121414')).toEqual(['d00121414']);
    expect(tokens(' …—《》 😀 ')).toEqual([]);
    expect(tokens('𠀀𠀁')).toEqual(['𠀀𠀁', '𠀁']);
    expect(tokens('金⺀矿⺀')).toEqual(['金', '矿']);
  });

  test('an endless word is cut', () => {
    expect(tokens('x'.repeat(1000))).toEqual(['x'.repeat(64)]);
  });

  test('hold only letters and digits, in lower case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const token of tokens(text)) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('runs put together again are the letters and digits of the text', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const letters = text.toLowerCase().replaceAll('區', '区').replace(/[ -]/g, '');
        expect(
          runs(text)
            .map((r) => r.text)
            .join(''),
        ).toBe(letters);
      }),
    );
  });
});

describe('what is typed', () => {
  test.each([
    ['金', '采金'],
    ['金', '金矿'],
    ['金矿', '新疆某金矿普查'],
    ['新疆金矿', '新疆阿勒泰某金矿'],
    ['铁矿勘查', '鐵礦詳查及勘查'],
    ['J50E', '1∶5万 J50E001010 幅'],
    ['j50e001010', 'Ｊ５０Ｅ００１０１０幅'],
    ['d00121', '档号 d00121414'],
    ['L-44-11', 'L-44-11(吉尕) 幅'],
    ['L-44-1', 'L-44-11'],
    ['K43E019022幅', 'K43E019022幅地质图'],
  ])('%s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  test.each([
    ['金', '铜矿'],
    ['金矿', '采金 铜矿'],
    ['新疆金矿', '新疆铜矿'],
    ['新疆铜镍矿', '新疆 铜 镍矿'],
    ['iron', 'ironic'],
    ['L-44-11', '11 44 L'],
    ['50', '150'],
  ])('%s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  test('with an open end a word is a beginning', () => {
    expect(wordGroups('geo', true)).toEqual([[{ tokens: ['geo'], prefix: true }]]);
    expect(wordGroups('geo')).toEqual([[{ tokens: ['geo'], prefix: false }]]);
  });

  test('whatever stands in a text is found by it', () => {
    fc.assert(
      fc.property(mixed, chinese, mixed, (before, query, after) => {
        const text = `${before}${query}${after}`;
        expect(finds(query, text)).toBe(true);
        expect(findsPhrase(query, text)).toBe(true);
      }),
    );
  });

  test('a phrase of Chinese is found exactly where it stands', () => {
    fc.assert(
      fc.property(chinese, chinese, (query, text) => {
        expect(findsPhrase(query, text)).toBe(text.includes(query));
      }),
      { numRuns: 1000 },
    );
  });

  test('every character of a found query occurs in the text', () => {
    fc.assert(
      fc.property(chinese, chinese, (query, text) => {
        if (finds(query, text)) for (const char of query) expect(text).toContain(char);
      }),
      { numRuns: 1000 },
    );
  });

  test('nothing searchable gives no phrase and no group', () => {
    expect(phraseOf(' -- ')).toBeUndefined();
    expect(wordGroups('…')).toEqual([]);
  });
});
