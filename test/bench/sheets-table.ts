import { declareSheet, type Values } from '@geoarchive/domain/sheets/sheet.ts';

const kinds = ['explore', 'water', 'engineering'].map((code) => ({
  code,
  label: { zh: `${code}孔`, en: code },
}));

/** A table of boreholes as supervision will import them: eight columns of all types, Chinese texts. */
export const table = declareSheet({
  id: 'bench',
  version: 1,
  title: { zh: '钻孔', en: 'Boreholes' },
  key: ['number'],
  columns: [
    { key: 'number', label: { zh: '孔号', en: 'Number' }, type: 'text', required: true, maxLength: 40 },
    { key: 'project', label: { zh: '项目', en: 'Project' }, type: 'text' },
    { key: 'kind', label: { zh: '类别', en: 'Kind' }, type: 'code', codes: kinds },
    { key: 'x', label: { zh: '横坐标', en: 'X' }, type: 'decimal' },
    { key: 'y', label: { zh: '纵坐标', en: 'Y' }, type: 'decimal' },
    { key: 'boxes', label: { zh: '箱数', en: 'Boxes' }, type: 'integer', minimum: 0 },
    { key: 'drilled', label: { zh: '终孔日期', en: 'Drilled' }, type: 'date' },
    { key: 'kept', label: { zh: '保留', en: 'Kept' }, type: 'boolean' },
  ],
  examples: [],
});

const two = (n: number): string => String(n).padStart(2, '0');
export function* tableRows(count: number): Generator<Values> {
  for (let n = 0; n < count; n++)
    yield {
      number: `ZK${n}`,
      project: `某矿区第${n % 5000}号勘查项目`,
      kind: kinds[n % 3]?.code ?? 'water',
      x: 500_000 + (n % 10_007) * 1.37,
      y: 4_000_000 + (n % 9_973) * 2.11,
      boxes: n % 300,
      drilled: `20${two(10 + (n % 16))}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`,
      kept: n % 2 === 0,
    };
}
