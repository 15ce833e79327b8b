import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { statesOf } from '../lifecycle.ts';
import {
  chargeCodes,
  isAgreed,
  mayWork,
  type PriceList,
  priced,
  priceLimits,
  priceListOn,
  quoteAnswered,
  quoteBegins,
  quoteLifecycle,
  yuanOf,
} from './prices.ts';

const list: PriceList = {
  version: '2026',
  from: '2026-01-01',
  items: [
    { charge: 'paper-copy', unit: 'page', fen: 35 },
    { charge: 'carrier', unit: 'piece', fen: 4990 },
  ],
};

describe('which list counts', () => {
  const old = { ...list, version: '2025', from: '2025-01-01', until: '2025-12-31' };
  const next = { ...list, version: '2027', from: '2027-01-01' };
  test.each([
    ['2024-12-31', undefined],
    ['2025-12-31', '2025'],
    ['2026-01-01', '2026'],
    ['2026-12-31', '2026'],
    ['2027-01-01', '2027'],
  ])('%s: %s', (day, version) => expect(priceListOn([next, old, list], day)?.version).toBe(version));
  test('none is set: none', () => expect(priceListOn([], '2026-01-01')).toBeUndefined());
});

describe('sums', () => {
  test('are whole fen: three pages at 0.35 are 1.05', () => {
    expect(priced(list, [{ charge: 'paper-copy', quantity: 3 }])).toEqual({
      lines: [{ charge: 'paper-copy', unit: 'page', fen: 35, quantity: 3, sum: 105 }],
      total: 105,
    });
    expect(yuanOf(105)).toBe('1.05');
  });
  test('what the list does not price is named', () => {
    expect(priced(list, [{ charge: 'scan', quantity: 1 }])).toEqual({ unknown: 'scan' });
  });
  test('are exact up to every bound, as integers of any size count them', () => {
    const fen = fc.integer({ min: 0, max: priceLimits.fen });
    const wanted = fc.array(
      fc.record({
        charge: fc.constantFrom(...chargeCodes),
        quantity: fc.integer({ min: 1, max: priceLimits.quantity }),
      }),
      { maxLength: priceLimits.lines },
    );
    fc.assert(
      fc.property(
        fc.array(fen, { minLength: chargeCodes.length, maxLength: chargeCodes.length }),
        wanted,
        (prices, of) => {
          const items = chargeCodes.map((charge, at) => ({
            charge,
            unit: 'piece' as const,
            fen: prices[at] ?? 0,
          }));
          const found = priced({ ...list, items }, of);
          if ('unknown' in found) throw new Error(found.unknown);
          const exact = of.reduce(
            (sum, { charge, quantity }) =>
              sum + BigInt(quantity) * BigInt(items.find((one) => one.charge === charge)?.fen ?? 0),
            0n,
          );
          expect(BigInt(found.total)).toBe(exact);
          expect(BigInt(yuanOf(found.total).replaceAll(/[.,]/g, ''))).toBe(exact);
        },
      ),
    );
  });
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [100, '1.00'],
    [123_456_789, '1,234,567.89'],
  ])('%i fen are %s', (fen, yuan) => expect(yuanOf(fen)).toBe(yuan));
});

describe('whether work may start', () => {
  const unit = { askerKind: 'unit' as const };
  test('free of charge where no list is set, and for the public interest', () => {
    expect(mayWork({ ...unit, list: undefined, quote: undefined })).toBe(true);
    expect(mayWork({ ...unit, list, quote: undefined })).toBe(false);
    expect(mayWork({ askerKind: 'relief', list, quote: undefined })).toBe(true);
  });
  test.each([
    ['offered', false],
    ['declined', false],
    ['accepted', true],
    ['waived', true],
    ['paid', true],
  ] as const)('a quote that is %s: %s, whether or not a list still counts', (state, may) => {
    expect(mayWork({ ...unit, list, quote: { state } })).toBe(may);
    expect(mayWork({ ...unit, list: undefined, quote: { state } })).toBe(may);
  });
  test('only what was accepted is paid', () => {
    expect(quoteLifecycle.moves.pay.from).toEqual(['accepted']);
  });
});

describe('a quote goes along its lifecycle', () => {
  test('it begins offered, or free of charge at once', () => {
    expect([quoteBegins(false), quoteBegins(true)]).toEqual(['offered', 'waived']);
  });
  test.each(statesOf(quoteLifecycle))('an answer to one that is %s', (state) => {
    const open = state === 'offered';
    expect(quoteAnswered(state, 'accepted')).toBe(open ? 'accepted' : undefined);
    expect(quoteAnswered(state, 'declined')).toBe(open ? 'declined' : undefined);
    expect(isAgreed(state)).toBe(state === 'accepted' || state === 'paid');
  });
});
