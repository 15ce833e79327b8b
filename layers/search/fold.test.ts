import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from './fold.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

describe('fold', () => {
  test.each([
    ['full width', 'Ｊ５０Ｅ００１０１０', 'j50e001010'],
    ['traditional', '鐵礦勘查報告', '铁矿勘查报告'],
    ['several variants of one character', '鑛礦矿', '矿矿矿'],
    ['marks', 'Müller Çatalhöyük', 'muller catalhoyuk'],
    ['compatibility ideograph', '\uf9ca', '流'],
    ['plain text', 'report 12', 'report 12'],
    ['capitals only', 'ATP 43', 'atp 43'],
  ])('%s', (_what, given, folded) => {
    expect(fold(given)).toBe(folded);
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('case and width never matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const wide = [...text].map((c) => (c === ' ' ? c : String.fromCharCode(c.charCodeAt(0) + 0xfee0)));
        expect(fold(wide.join(''))).toBe(fold(text));
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });
});
