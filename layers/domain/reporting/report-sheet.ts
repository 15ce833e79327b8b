import { declareSheet, type Sheet, type Values } from '../sheets/sheet.ts';
import type { Bilingual, Language } from '../text.ts';
import { reportTables, units } from './figure.ts';
import { figuresIn, tableNames } from './tables/tables.ts';
import type { Value } from './values.ts';
import { dimensionCodes, dimensions, partName } from './words.ts';

/** The table in which a report is taken along; it is no form for an import. */
export const reportSheet = (title: Bilingual): Sheet =>
  declareSheet({
    id: 'annual-report',
    version: 1,
    title,
    key: ['code', 'part'],
    columns: [
      { key: 'table', label: { zh: '表', en: 'Table' }, type: 'text' },
      { key: 'code', label: { zh: '代码', en: 'Code' }, type: 'text', required: true },
      { key: 'name', label: { zh: '指标', en: 'Figure' }, type: 'text' },
      { key: 'by', label: { zh: '分组', en: 'Told apart' }, type: 'text' },
      { key: 'part', label: { zh: '其中', en: 'Of which' }, type: 'text' },
      { key: 'unit', label: { zh: '计量单位', en: 'Unit' }, type: 'text' },
      { key: 'value', label: { zh: '本年', en: 'This year' }, type: 'decimal' },
      { key: 'before', label: { zh: '上年', en: 'Year before' }, type: 'decimal' },
      { key: 'source', label: { zh: '来源', en: 'Source' }, type: 'text' },
      { key: 'explanation', label: { zh: '说明', en: 'Explanation' }, type: 'text' },
    ],
    examples: [],
  });

const sources: Readonly<Record<Value['from'], Bilingual>> = {
  operations: { zh: '业务汇总', en: 'counted' },
  manual: { zh: '手工填报', en: 'entered' },
  share: { zh: '计算', en: 'reckoned' },
  'not-measured': { zh: '未测', en: 'not measured' },
};
export const sourceName = (from: Value['from']): Bilingual => sources[from];

type Row = Pick<Value, 'from' | 'by'> & { n?: number | undefined; before?: number | undefined };

/** The figures of a report as rows, each with its parts after it; what is not measured says so and has no number. */
export function* reportRows(
  of: { values: Readonly<Record<string, Row>>; explanations: Readonly<Record<string, { text: string }>> },
  language: Language,
): Generator<Values> {
  for (const table of reportTables)
    for (const figure of figuresIn(table)) {
      const value = of.values[figure.code];
      // A figure of other units.
      if (value === undefined) continue;
      const head = {
        ...{ table: tableNames[table][language], code: figure.code, name: figure.name[language] },
        unit: units[figure.unit][language],
        source: sourceName(value.from)[language],
      };
      const explanation = of.explanations[figure.code]?.text;
      yield {
        ...head,
        ...(value.n === undefined ? {} : { value: value.n }),
        ...(value.before === undefined ? {} : { before: value.before }),
        ...(explanation === undefined || explanation === '' ? {} : { explanation }),
      };
      for (const by of dimensionCodes)
        for (const [part, n] of Object.entries(value.by?.[by] ?? {}))
          yield { ...head, by: dimensions[by][language], part: partName(by, part)[language], value: n };
    }
}
