import { expect, test } from '@jest/globals';
import { summaryRows, summarySheet } from './summary-sheet.ts';
import { rollUp, valuesOf } from './values.ts';

test('the sums of all units as rows: each figure with its sum, then each unit that has a number', () => {
  const read = {
    HB: valuesOf({ 'T3.dossiers': { n: 3 } }, { 'T8.staff': 12 }),
    SC: valuesOf({ 'T3.dossiers': { n: 4 } }, {}),
  };
  const byUnit = { HB: { 'T3.dossiers': 3, 'T8.staff': 12 }, SC: { 'T3.dossiers': 4 } };
  const names = { HB: { zh: '湖北馆', en: 'Hubei' }, SC: { zh: '四川馆', en: 'Sichuan' } };
  const units = [
    { unit: 'HB', name: names.HB },
    { unit: 'SC', name: names.SC },
    { unit: 'NGA', name: { zh: '全国馆', en: 'National' } },
  ];
  const rows = [...summaryRows({ sums: rollUp(Object.values(read)), units, byUnit }, 'zh')];
  const of = (code: string) => rows.filter((row) => row['code'] === code);
  expect(of('T3.dossiers')).toMatchObject([
    { of: '全国', value: 7, units: 2, missing: 0 },
    { of: '湖北馆', value: 3 },
    { of: '四川馆', value: 4 },
  ]);
  expect(of('T8.staff')).toMatchObject([
    { of: '全国', value: 12, units: 1, missing: 1 },
    { of: '湖北馆', value: 12 },
  ]);
  expect(of('T8.budget')).toEqual([expect.objectContaining({ of: '全国', units: 0, missing: 2 })]);
  const known = summarySheet({ zh: '汇总', en: 'Sums' }).columns.map(({ key }) => key);
  for (const row of rows) expect(known).toEqual(expect.arrayContaining(Object.keys(row)));
});
