import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copyCost, copyLimits, pagesIn, pagesText } from './copy.ts';

describe('pages as people write them', () => {
  test.each([
    ['1-3,5', [1, 2, 3, 5]],
    [' 7，2、2 ; 1', [1, 2, 7]],
    ['12–14', [12, 13, 14]],
    ['', undefined],
    ['0', undefined],
    ['3-1', undefined],
    ['-2', undefined],
    ['abc', undefined],
    ['1-201', undefined],
    ['1-150,200-300', undefined],
    ['1-200', Array.from({ length: 200 }, (_, at) => at + 1)],
  ])('%s', (text, pages) => expect(pagesIn(text)).toEqual(pages));

  test('what is written of pages reads as the same pages', () => {
    const pages = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), {
      minLength: 1,
      maxLength: copyLimits.pages,
    });
    fc.assert(
      fc.property(pages, (of) => {
        expect(pagesIn(pagesText(of))).toEqual(of.toSorted((a, b) => a - b));
      }),
    );
  });
  test('nothing that is written makes it fail, or gives more than the bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-–,， x') }), (text) => {
        const pages = pagesIn(text) ?? [];
        expect(pages.length).toBeLessThanOrEqual(copyLimits.pages);
        expect(pages.every((no) => no >= 1)).toBe(true);
      }),
    );
  });
});

test('copies cost what the list says by the page, and nothing for relief, without a list, or without a price', () => {
  const list = {
    ...{ version: '示例', from: '2026-01-01' },
    items: [{ charge: 'paper-copy', unit: 'page', fen: 30 } as const],
  };
  const of = { pages: [1, 2, 5], copies: 2 };
  expect(copyCost(list, 'person', of)).toMatchObject({
    prices: '示例',
    total: 180,
    lines: [{ quantity: 6 }],
  });
  expect(copyCost(list, 'relief', of)).toBeUndefined();
  expect(copyCost(undefined, 'person', of)).toBeUndefined();
  expect(copyCost({ ...list, items: [] }, 'person', of)).toBeUndefined();
});
