import { expect, test } from '@jest/globals';
import { openFigures, openSums } from './open-figures.ts';
import { figures } from './tables/tables.ts';
import { rollUp, valuesOf } from './values.ts';

test('of the sums of all units only open figures are given, and none that no unit has', () => {
  const values = valuesOf({}, Object.fromEntries(figures.map(({ code }) => [code, 7])));
  const given = openSums(rollUp([values, values]));
  const tables = new Set(Object.keys(given).map((code) => code.slice(0, 2)));
  expect([...tables].sort()).toEqual(['T1', 'T2', 'T3', 'T5', 'T6', 'T7']);
  expect(given['T5.visitors']).toEqual({ n: 14, units: 2 });
  expect(openSums(rollUp([]))).toEqual({});
  expect(openFigures.some(({ table }) => table === 'T4' || table === 'T8' || table === 'E')).toBe(false);
});
