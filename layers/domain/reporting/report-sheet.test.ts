import { bytesSource } from '@geoarchive/formats/sources.ts';
import { openBook } from '@geoarchive/sheets/open.ts';
import { readSheet } from '@geoarchive/sheets/read-sheet.ts';
import { writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { expect, test } from '@jest/globals';
import { reportTitle } from './report.ts';
import { reportRows, reportSheet } from './report-sheet.ts';
import { figures } from './tables/tables.ts';
import { valuesOf } from './values.ts';

test('a report as workbook: every figure of the tables with its parts, under the official title, read back', async () => {
  const unit = { code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' };
  const sheet = reportSheet(reportTitle(unit, 2025));
  expect(sheet.title.zh).toBe('《湖北省地质资料管理年报（2025年度）》');
  const values = valuesOf(
    { 'T3.dossiers': { n: 3, by: { kind: { result: 2, original: 1 } } } },
    { 'T8.staff': 12 },
  );
  const rows = reportRows({ values, explanations: { 'T8.staff': { text: '机构合并' } } }, 'zh');
  const parts: Uint8Array[] = [];
  for await (const part of writeSheet(sheet, rows, 'xlsx', 'zh')) parts.push(part);
  const found = [];
  const read = readSheet(sheet, await openBook(bytesSource('report.xlsx', Buffer.concat(parts))));
  for await (const row of (await read).rows) if (row.kind === 'values') found.push(row.values);
  const shown = figures.filter(({ table }) => table !== 'E').length;
  expect(found).toHaveLength(shown + 2);
  expect(found).toContainEqual(
    expect.objectContaining({ code: 'T8.staff', value: 12, explanation: '机构合并' }),
  );
  expect(found).toContainEqual(expect.objectContaining({ code: 'T3.dossiers', part: '原始资料', value: 1 }));
  expect(found.find(({ code }) => code === 'T5.items')).toMatchObject({ source: '未测' });
});
