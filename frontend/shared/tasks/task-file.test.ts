import { taskSheet } from '@geoarchive/domain/task-sheet.ts';
import { openBook } from '@geoarchive/sheets/open.ts';
import { bytesSource } from '@geoarchive/sheets/source.ts';
import { writeTemplate } from '@geoarchive/sheets/template.ts';
import { gathered } from '@geoarchive/sheets/testing/look.ts';
import { writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { inCalls } from '../sheets/input-file.ts';
import { taskFiles, taskValues } from './task-file.ts';

const head = 'number,name,source,organisation,node,due,licenceNumber,licenceEnd';
const good = 'RW-1,某矿区,mining-right,DEMO-SURVEY,NGA,2027-06-30,C42,2027-01-01';
const task = {
  number: 'RW-1',
  name: '某矿区',
  source: 'mining-right',
  organisation: 'DEMO-SURVEY',
  node: 'NGA',
  due: '2027-06-30',
  licenceNumber: 'C42',
  licenceEnd: '2027-01-01',
};
const read = (name: string, content: string | Uint8Array) => {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  return taskFiles.read(new Blob([part]), name);
};
const csv = (...lines: string[]) => read('tasks.csv', [head, ...lines].join('\n'));

describe('a file of tasks', () => {
  test('as the template has it holds none: its example is not imported', async () => {
    for (const language of ['zh', 'en'] as const) {
      const file = await read('t.xlsx', await gathered(writeTemplate(taskSheet, language)));
      expect(file).toMatchObject({ rows: [], wrong: [], problems: [{ code: 'empty' }] });
    }
  });

  test('by its codes, by the headings of the template, in GBK, and as a workbook says the same', async () => {
    const labels =
      '任务编号*,任务名称*,任务来源*,汇交单位代码*,馆藏机构代码*,汇交期限*,许可证号,许可证截止日期';
    const typed = 'RW-1,某矿区,采矿权,DEMO-SURVEY,NGA,2027年6月30日,C42,2027/1/1';
    expect(await csv('', good)).toMatchObject({ rows: [task], wrong: [], problems: [] });
    expect((await read('a.csv', iconv.encode(`${labels}\n${typed}\n`, 'gbk'))).rows).toEqual([task]);
    for (const kind of ['xlsx', 'csv'] as const)
      expect((await read('a', await gathered(writeSheet(taskSheet, [task], kind, 'en')))).rows).toEqual([
        task,
      ]);
  });

  test('names what is wrong by row and column, with what to do', async () => {
    const { wrong, rows: tasks } = await csv('RW-1,某矿区,gold,DEMO-SURVEY,NGA,30.06.2027');
    expect(tasks).toEqual([]);
    expect(wrong).toMatchObject([
      { row: 2, column: 'source', code: 'unknown-code', remedy: { zh: expect.stringContaining('采矿权') } },
      { row: 2, column: 'due', code: 'date-doubtful' },
    ]);
    expect(taskFiles.columnName('due', 'zh')).toBe('汇交期限');
    expect((await read('t.csv', 'number\nRW-1\n')).problems.map(({ code }) => code)).toEqual(
      Array.from({ length: 5 }, () => 'column-missing'),
    );
  });

  test('with a number twice for one archive names both rows; for two archives it is right', async () => {
    expect((await csv(good, good)).wrong).toMatchObject([
      { row: 3, code: 'twice', message: { zh: '与第 2 行重复。' } },
    ]);
    expect((await csv(good, good.replace('NGA', 'HB'))).wrong).toEqual([]);
  });

  test('of JSON is read too; what is none, is empty or wrong is told', async () => {
    expect((await read('T.JSON', JSON.stringify([task]))).rows).toEqual([task]);
    expect((await read('t.json', JSON.stringify([task, task]))).wrong).toMatchObject([
      { row: 2, code: 'twice' },
    ]);
    expect((await read('t.json', '[{"number":"RW-1","due":"2027-02-30"}]')).wrong).toMatchObject(
      Array.from({ length: 5 }, () => ({ row: 1 })),
    );
    for (const [name, text, code] of [
      ['t.json', '{', 'damaged'],
      ['t.json', '{"a":1}', 'damaged'],
      ['t.json', '[]', 'empty'],
      ['t.csv', '', 'empty'],
      ['t.csv', head, 'empty'],
      ['t.csv', 'a,b\n1,2', 'no-header'],
      ['t.xls', '%PDF', 'not-a-sheet'],
    ] as const)
      expect((await read(name, text)).problems).toMatchObject([{ code }]);
  });

  test('of any text never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.csv', 'a.json'), fc.string(), async (name, text) => {
        const { problems, wrong, rows: tasks } = await read(name, text);
        expect(problems.length + wrong.length + tasks.length).toBeGreaterThan(0);
      }),
    );
  });

  test('keeps any name that a CSV can hold', async () => {
    const name = fc.string({ minLength: 1, maxLength: 100 }).filter((text) => /^[^\s'=+@-]/.test(text));
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        const row = ['RW-1', text, 'other', 'DEMO', 'NGA', '2027-06-30'];
        const { rows: tasks } = await read('a.csv', Papa.unparse([head.split(',').slice(0, 6), row]));
        expect(tasks).toMatchObject([{ name: text.trim() }]);
      }),
    );
  });

  test('comes back marked, and reads again with its other columns', async () => {
    const file = new Blob([
      `${head},我的\n${good},x\n${good.replace('RW-1', 'RW-2').replace('mining', 'gold')},y\n`,
    ]);
    const bytes = await gathered(await taskFiles.markedUp(file, 't.csv', 'zh'));
    const rows = [];
    for await (const { cells } of (await openBook(bytesSource(bytes, 't'))).rows()) rows.push(cells);
    expect(rows[2]?.slice(8)).toEqual(['y', expect.stringContaining('任务来源: “gold-right”不在可选项中。')]);
    expect(await read('t.xlsx', bytes)).toMatchObject({ rows: [task], wrong: [{ row: 3 }] });
  });
});

test('of a task the sheet holds its own columns only', () => {
  expect(taskValues({ ...task, id: 'x', state: 'open', licenceNumber: undefined })).toEqual(
    Object.fromEntries(Object.entries(task).filter(([key]) => key !== 'licenceNumber')),
  );
});

test('many tasks go in calls of a hundred', async () => {
  const { rows: tasks } = await csv(
    ...Array.from({ length: 250 }, (_, at) => good.replace('RW-1', `RW-${at}`)),
  );
  expect(inCalls(tasks).map((some) => some.length)).toEqual([100, 100, 50]);
  expect(inCalls([])).toEqual([]);
});
