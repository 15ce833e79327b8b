import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare, countDifferences, isSameHolding, noDifferences } from './compare.ts';
import { listDueDay } from './holding.ts';
import { dossierTie } from './ties.ts';

const row = fc.record({
  code: fc.integer({ min: 0, max: 30 }).map((n) => `N${String(n).padStart(2, '0')}`),
  count: fc.integer({ min: 0, max: 2 }),
});
const list = fc
  .uniqueArray(row, { selector: ({ code }) => code, maxLength: 25 })
  .map((rows) => rows.toSorted((a, b) => (a.code < b.code ? -1 : 1)));

describe('two lists beside each other', () => {
  test('what is added, gone and changed gives the one from the other', () => {
    fc.assert(
      fc.property(list, list, (now, before) => {
        const told = compare(now, before);
        const made = told.flatMap(({ row: one }) => (one === undefined ? [] : [one]));
        expect(made).toEqual(now);
        const sum = countDifferences(told, noDifferences);
        expect(now.length - before.length).toBe(sum.added - sum.gone);
        expect(compare(now, now).every(({ standing }) => standing === 'same')).toBe(true);
      }),
    );
  });
  test('in pieces up to a code it tells the same as at once', () => {
    fc.assert(
      fc.property(list, list, fc.integer({ min: 0, max: 30 }), (now, before, n) => {
        const cut = `N${String(n).padStart(2, '0')}`;
        const behind = (rows: typeof now) => rows.filter(({ code }) => code > cut);
        expect([...compare(now, before, cut), ...compare(behind(now), behind(before))]).toEqual(
          compare(now, before),
        );
      }),
    );
  });
  test('what the system found of a row is no difference', () => {
    expect(isSameHolding({ code: 'A', findings: ['unknown-task'] }, { findings: [], code: 'A' })).toBe(true);
    expect(isSameHolding({ code: 'A', count: 1 }, { code: 'A', count: 2 })).toBe(false);
  });
});

test('a list is due in the year after its own', () => {
  expect(listDueDay('2026', '01-15')).toBe('2027-01-15');
});

test.each([
  ['d00000012', { sequence: 12 }],
  ['NGA/d00000012', { node: 'NGA', sequence: 12 }],
  ['cgdoi.HB/d00000001', { node: 'HB', sequence: 1 }],
  ['12', undefined],
  ['d12', undefined],
])('%s is told as an archive number or not', (text, tie) => {
  expect(dossierTie(text)).toEqual(tie);
});
