import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { decodeTaskFile, inCalls, parseTaskFile, sortRows, taskColumns, taskTemplate } from './task-file.ts';

const head = taskColumns.join(',');
const good = 'RW-1,某矿区,mining-right,DEMO-SURVEY,NGA,2027-06-30,C42,2027-01-01';
const csv = (...lines: string[]) => parseTaskFile('tasks.csv', [head, ...lines].join('\n'), 'en');

describe('a file of tasks', () => {
  test('as the template has it is right', () => {
    const { tasks, wrong } = sortRows(parseTaskFile('t.csv', taskTemplate(), 'zh'));
    expect(wrong).toEqual([]);
    expect(tasks).toMatchObject([{ source: 'exploration-right', due: '2027-06-30' }]);
  });

  test('gives each row its line and leaves empty cells out', () => {
    expect(csv(good, '', 'RW-2, 某项目 ,other,DEMO-SURVEY,NGA,2027-06-30,,')).toEqual([
      {
        line: 2,
        task: {
          number: 'RW-1',
          name: '某矿区',
          source: 'mining-right',
          organisation: 'DEMO-SURVEY',
          node: 'NGA',
          due: '2027-06-30',
          licenceNumber: 'C42',
          licenceEnd: '2027-01-01',
        },
      },
      {
        line: 3,
        task: {
          number: 'RW-2',
          name: '某项目',
          source: 'other',
          organisation: 'DEMO-SURVEY',
          node: 'NGA',
          due: '2027-06-30',
        },
      },
    ]);
  });

  test('names what is wrong by line, column and in the reader’s language', () => {
    const [row] = csv('RW-1,某矿区,gold,DEMO-SURVEY,NGA,30.06.2027');
    expect(row).toMatchObject({ line: 2, errors: [{ field: 'source' }, { field: 'due' }] });
    const missing = parseTaskFile('t.csv', 'number\nRW-1\n', 'zh');
    expect(missing).toMatchObject([
      { errors: expect.arrayContaining([{ field: 'name', message: '请填写此项。' }]) },
    ]);
  });

  test('with a number twice for one archive names both lines; for two archives it is right', () => {
    expect(csv(good, good)[1]).toEqual({
      line: 3,
      errors: [{ field: 'number', message: 'The same as in line 2.' }],
    });
    expect(sortRows(csv(good, good.replace('NGA', 'HB'))).wrong).toEqual([]);
  });

  test('of JSON is read too; what is none, or is empty, is told', () => {
    const [task] = sortRows(csv(good)).tasks;
    expect(parseTaskFile('T.JSON', JSON.stringify([task]), 'en')).toEqual([{ line: 1, task }]);
    for (const [name, text] of [
      ['t.json', '{'],
      ['t.json', '{"a":1}'],
      ['t.json', '[]'],
      ['t.csv', ''],
      ['t.csv', head],
    ] as const)
      expect(parseTaskFile(name, text, 'en')).toMatchObject([{ line: 1, errors: [{ field: '' }] }]);
  });

  test('of any text never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.csv', 'a.json'), fc.string(), (name, text) => {
        expect(parseTaskFile(name, text, 'zh').length).toBeGreaterThan(0);
      }),
    );
  });

  test('keeps any name that a CSV can hold', () => {
    const name = fc.string({ minLength: 1, maxLength: 100 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(name, (text) => {
        const row = ['RW-1', text, 'other', 'DEMO', 'NGA', '2027-06-30'];
        const [found] = parseTaskFile('a.csv', Papa.unparse([taskColumns.slice(0, 6), row]), 'en');
        expect(found).toMatchObject({ task: { name: text.trim() } });
      }),
    );
  });
});

test('a file that Excel wrote in GB 18030 is read as such', () => {
  expect(decodeTaskFile(new Uint8Array([0xbf, 0xf3, 0xc7, 0xf8]))).toBe('矿区');
  expect(decodeTaskFile(new TextEncoder().encode('矿区'))).toBe('矿区');
});

test('many tasks go in calls of a hundred', () => {
  const many = Array.from({ length: 250 }, () => sortRows(csv(good)).tasks).flat();
  expect(inCalls(many).map((some) => some.length)).toEqual([100, 100, 50]);
  expect(inCalls([])).toEqual([]);
});
