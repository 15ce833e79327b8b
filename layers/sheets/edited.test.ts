import { stampOf } from '@geoarchive/domain/sheets/sheet.ts';
import { describe, expect, test } from '@jest/globals';
import { writeMarkedUp } from './marked-up.ts';
import { bookOf, gathered, rawRows, readAs } from './testing/look.ts';
import { holes } from './testing/sample.ts';
import { writeWorkbook } from './xlsx/write/workbook.ts';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a template that people edited', () => {
  test('may have its columns moved, renamed to an alias, removed and added; a title above', async () => {
    const { header, rows } = await readAs(
      holes,
      '钻孔一览表,,,\n,,,\n我的列, 终孔日期,bhid, core boxes* \n随便,2026年1月2日,ZK1,３\n',
    );
    expect(header).toMatchObject({ row: 3, problems: [], notes: [{ code: 'column-unknown' }] });
    expect(rows).toMatchObject([{ row: 4, values: { number: 'ZK1', drilled: '2026-01-02', boxes: 3 } }]);
  });

  test.each([
    ['a required column is gone', '终孔日期,备注\n2026-01-02,x\n', ['column-missing']],
    ['a required column has another name', '编号,备注\nZK1,x\n', ['column-missing']],
    ['a column is there twice', 'number,孔号,备注\nZK1,ZK1,x\n', ['column-twice']],
    ['no heading is left', 'ZK1,x\nZK2,y\n', ['no-header']],
    ['nothing is in it', '\n\n', ['empty']],
  ])('is refused where %s', async (_, csv, expected) => {
    const { header, rows } = await readAs(holes, csv);
    expect([codes(header.problems), rows]).toEqual([expected, []]);
  });

  test('of another sheet, or of a later version, is known by its stamp', async () => {
    const stamped = (stamp: string) =>
      gathered(writeWorkbook([{ name: 'x', rows: [{ cells: ['孔号'] }, { cells: ['ZK1'] }] }], stamp));
    const problems = async (stamp: string) =>
      codes((await readAs(holes, await stamped(stamp))).header.problems);
    expect(await problems('tasks@1')).toEqual(['other-sheet']);
    expect(await problems('holes@9')).toEqual(['newer-version']);
    expect(await problems('holes@1')).toEqual([]);
  });
});

test('rows about one thing twice, and what a module checks itself, are told with their row', async () => {
  const { rows } = await readAs(holes, '孔号,终孔深度（m）\nZK1,1\n\nZK2,-1\nZK1,2\n', ({ number }, row) =>
    number === 'ZK1'
      ? [{ code: 'rejected', message: { zh: '不收', en: 'no' }, remedy: { zh: '', en: '' }, row }]
      : [],
  );
  expect(rows).toMatchObject([
    { row: 2, problems: [{ code: 'rejected', row: 2 }] },
    { row: 3, kind: 'blank' },
    { row: 4, problems: [{ code: 'too-small', column: 'depth' }] },
    { row: 5, problems: [{ code: 'twice', column: 'number', message: { zh: '与第 2 行重复。' } }, {}] },
  ]);
});

describe('a marked-up copy', () => {
  const csv = '抬头\n孔号,终孔日期,别的\nZK1,去年,=1+1\n\nZK2,2026-01-02,y\n';
  const copy = async (file: Uint8Array | string) =>
    gathered(await writeMarkedUp(holes, await bookOf(file), 'zh'));

  test('keeps rows and cells where they were and says what is wrong', async () => {
    const marked = await copy(csv);
    expect(await rawRows(marked)).toEqual([
      { row: 1, cells: ['抬头'] },
      { row: 2, cells: ['孔号', '终孔日期', '别的', '问题（导入时忽略）'] },
      {
        row: 3,
        cells: ['ZK1', '去年', '=1+1', '终孔日期: “去年”不是日期。 写作年-月-日，例如 2026-11-24。'],
      },
      { row: 5, cells: ['ZK2', '2026-01-02', 'y'] },
    ]);
    expect((await bookOf(marked)).stamp).toBe(stampOf(holes));
  });

  test('reads as the file did; marked again its last column is not doubled; mended it is right', async () => {
    const marked = await copy(csv);
    const again = await readAs(holes, marked);
    expect(codes(again.header.notes)).toEqual(['column-unknown']);
    expect(again.rows).toMatchObject([
      { row: 3, kind: 'wrong' },
      { row: 5, kind: 'values' },
    ]);
    expect(await rawRows(await copy(marked))).toEqual(await rawRows(marked));
    const mended = await copy(csv.replace('去年', '2025-12-31'));
    expect((await readAs(holes, mended)).rows.map(({ kind }) => kind)).toEqual(['values', 'values']);
  });
});
