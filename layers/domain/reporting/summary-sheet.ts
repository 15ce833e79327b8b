import { declareSheet, type Sheet, type Values } from '../sheets/sheet.ts';
import type { Bilingual, Language } from '../text.ts';
import { reportTables, units } from './figure.ts';
import { figuresIn, tableNames } from './tables/tables.ts';
import type { Rolled } from './values.ts';

/** The table in which the sums of all units are taken along; it is no form for an import. */
export const summarySheet = (title: Bilingual): Sheet =>
  declareSheet({
    id: 'annual-summary',
    version: 1,
    title,
    key: ['code', 'of'],
    columns: [
      { key: 'table', label: { zh: '表', en: 'Table' }, type: 'text' },
      { key: 'code', label: { zh: '代码', en: 'Code' }, type: 'text', required: true },
      { key: 'name', label: { zh: '指标', en: 'Figure' }, type: 'text' },
      { key: 'unit', label: { zh: '计量单位', en: 'Counted in' }, type: 'text' },
      { key: 'of', label: { zh: '填报单位', en: 'Reporting unit' }, type: 'text', required: true },
      { key: 'value', label: { zh: '数量', en: 'Number' }, type: 'decimal' },
      { key: 'units', label: { zh: '有数据的单位', en: 'Units with a number' }, type: 'integer' },
      { key: 'missing', label: { zh: '未测的单位', en: 'Units without' }, type: 'integer' },
    ],
    examples: [],
  });

const all: Bilingual = { zh: '全国', en: 'All units' };

/** Each figure's sum, and after it the number of each unit that has one. */
export function* summaryRows(
  of: {
    sums: Readonly<Record<string, Rolled>>;
    units: readonly { unit: string; name: Bilingual }[];
    byUnit: Readonly<Record<string, Readonly<Record<string, number>>>>;
  },
  language: Language,
): Generator<Values> {
  for (const table of reportTables)
    for (const { code, name, unit } of figuresIn(table)) {
      const head = {
        ...{ table: tableNames[table][language], code, name: name[language] },
        unit: units[unit][language],
      };
      const { n, units: has = 0, missing = 0 } = of.sums[code] ?? {};
      yield { ...head, of: all[language], ...(n === undefined ? {} : { value: n }), units: has, missing };
      for (const one of of.units) {
        const value = of.byUnit[one.unit]?.[code];
        if (value !== undefined) yield { ...head, of: one.name[language], value };
      }
    }
}
