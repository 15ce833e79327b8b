import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { highlight } from './highlight.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

/** Hits in brackets. */
const marked = (text: string, query: string): string =>
  highlight(text, query)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('highlight', () => {
  test.each([
    ['新疆额敏金矿普查报告', '金矿', '新疆额敏[金矿]普查报告'],
    ['新疆额敏金矿普查', '新疆金矿', '[新疆]额敏[金矿]普查'],
    ['採金與金礦', '金矿', '採金與[金礦]'],
    ['採金與金礦', '金', '採[金]與[金]礦'],
    ['Ｊ５０Ｅ００１０１０幅', 'j50e', '[Ｊ５０Ｅ]００１０１０幅'],
    ['Iron and ironic', 'iron', '[Iron] and ironic'],
    ['Iron and ironic', 'iron*', '[Iron] and [iron]ic'],
    ['Mu\u0308ller 2', 'muller', '[Mu\u0308ller] 2'],
    ['煤与金', '金 -煤', '煤与[金]'],
    ['铜镍矿床', '"铜镍矿"', '[铜镍矿]床'],
    ['nothing', '', 'nothing'],
    ['', '金', ''],
    ['😀金矿', '金矿', '😀[金矿]'],
  ])('%s for %s', (text, query, wanted) => {
    expect(marked(text, query)).toBe(wanted);
  });

  test('the pieces together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('金', 'a', '1*', '"a b"'), (text, query) => {
        expect(
          highlight(text, query)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
