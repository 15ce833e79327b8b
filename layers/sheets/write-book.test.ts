import { declareSheet } from '@geoarchive/domain/sheets/sheet.ts';
import { expect, test } from '@jest/globals';
import { standardLimits } from './limits.ts';
import { blobSource } from './source.ts';
import { gathered, readAs } from './testing/look.ts';
import { holes } from './testing/sample.ts';
import { writeBook } from './write-book.ts';
import { openPackage } from './xlsx/read/package.ts';
import { readContents } from './xlsx/read/workbook.ts';

const notes = declareSheet({
  ...{ id: 'notes', version: 1, title: { zh: '备注', en: 'Notes' }, key: ['text'] },
  columns: [{ key: 'text', label: { zh: '内容', en: 'Text' }, type: 'text', required: true }],
  examples: [{ text: 'x' }],
});

test('a book of two sheets has both, and its first is read as what it is', async () => {
  const rows = [{ number: 'ZK1', depth: 12.5 }, { number: '=ZK2' }];
  const bytes = await gathered(
    writeBook(
      [
        { sheet: holes, rows },
        { sheet: notes, rows: [{ text: '一' }] },
      ],
      'zh',
    ),
  );
  const read = await readAs(holes, bytes);
  expect(read.rows.map((one) => (one.kind === 'values' ? one.values : one))).toEqual(rows);
  const zip = await openPackage(blobSource(new Blob([new Uint8Array(bytes)]), 'a.xlsx'), standardLimits);
  expect((await readContents(zip)).sheets).toHaveLength(2);
});
