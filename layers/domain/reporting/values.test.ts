import { expect, test } from '@jest/globals';
import { crossChecks } from './tables/checks.ts';
import { figureOf, figures } from './tables/tables.ts';
import { brokenChecks, differences, jumpsOf, mayEnter, rollUp, type Values, valuesOf } from './values.ts';

test('codes are unique and begin with their table; shares and checks name figures that there are', () => {
  expect(new Set(figures.map(({ code }) => code)).size).toBe(figures.length);
  for (const { code, table } of figures) expect(code.split('.')[0]).toBe(table);
  const named = [
    ...figures.flatMap(({ source }) => (source.kind === 'share' ? [source.part, source.whole] : [])),
    ...crossChecks.flatMap(({ left, right }) => [...left, ...right]),
  ];
  expect(named.filter((code) => figureOf(code) === undefined)).toEqual([]);
});

test('what nothing tells of is not measured, and not nought; what is told of and did not happen is nought', () => {
  const values = valuesOf({}, {});
  expect(values['T5.items']).toEqual({ from: 'not-measured' });
  expect(values['T8.staff']).toEqual({ from: 'not-measured' });
  expect(values['T1.should-submit']).toEqual({ n: 0, from: 'operations' });
  // Before anything was counted.
  expect(valuesOf(undefined, {})['T1.should-submit']).toEqual({ from: 'not-measured' });
  // No share of nothing.
  expect(values['T1.rate']).toEqual({ from: 'not-measured' });
});

test('a figure of operations without a source is entered by hand; with one it is counted, whatever was entered', () => {
  expect(valuesOf({}, { 'T3.core': 120 })['T3.core']).toEqual({ n: 120, from: 'manual' });
  const sums = { 'T3.core': { n: 99 } };
  expect(valuesOf(sums, { 'T3.core': 120 }, { sourced: ['holding'] })['T3.core']).toEqual({
    n: 99,
    from: 'operations',
  });
  expect([mayEnter('T3.core'), mayEnter('T3.core', ['holding']), mayEnter('T1.submitted')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([mayEnter('T8.staff'), mayEnter('T1.rate'), mayEnter('nonsense')]).toEqual([true, false, false]);
});

test('shares are rounded down to a tenth', () => {
  const sums = { 'T1.should-submit': { n: 3000 }, 'T1.submitted': { n: 2999 } };
  expect(valuesOf(sums, {})['T1.rate']).toEqual({ n: 99.9, from: 'share' });
});

test('conditions across figures', () => {
  const staff = { 'T8.staff': 12, 'T8.senior': 3, 'T8.middle': 4, 'T8.junior': 4 };
  expect(brokenChecks(valuesOf({}, staff))).toMatchObject([
    { code: 'staff-by-title', severity: 'error', found: { left: 11, right: 12 } },
  ]);
  expect(brokenChecks(valuesOf({}, { ...staff, 'T8.junior': 5 }))).toEqual([]);
  // With a figure missing nothing can be said.
  expect(brokenChecks(valuesOf({}, { 'T8.staff': 12 }))).toEqual([]);
});

test('a jump is more than the percentage and at least the number', () => {
  const value = (n: number): Values => ({ 'T8.staff': { n, from: 'manual' } });
  const limits = { percent: 30, least: 10 };
  expect(jumpsOf(value(130), value(100), limits)).toEqual([]);
  expect(jumpsOf(value(131), value(100), limits)).toEqual([{ figure: 'T8.staff', before: 100, now: 131 }]);
  expect(jumpsOf(value(9), value(0), limits)).toEqual([]);
  expect(jumpsOf(value(10), value(0), limits)).toHaveLength(1);
  expect(jumpsOf(value(10), undefined, limits)).toEqual([]);
});

test('differences name what was and what is', () => {
  expect(differences(valuesOf({}, { 'T8.staff': 1 }), valuesOf({}, {}))).toEqual([
    { figure: 'T8.staff', before: 1, now: undefined },
  ]);
});

test('a roll-up adds what units have and says how many have not; its shares follow from the sums', () => {
  const one = valuesOf({ 'T1.should-submit': { n: 10 }, 'T1.submitted': { n: 10 } }, { 'T8.staff': 5 });
  const other = valuesOf({ 'T1.should-submit': { n: 30 }, 'T1.submitted': { n: 10 } }, {});
  const rolled = rollUp([one, other]);
  expect(rolled['T8.staff']).toEqual({ n: 5, units: 1, missing: 1 });
  expect(rolled['T1.rate']).toEqual({ n: 50, units: 2, missing: 0 });
  expect(rolled['T5.items']).toEqual({ units: 0, missing: 2 });
});
