import { expect, test } from '@jest/globals';
import { encode } from 'iconv-lite';
import { codes, look } from '../testing/look.ts';

const table = '钻孔编号,经度,纬度,孔口标高,孔深\nZK01,116.1,39.9,45.2,120\nZK02,116.3,40.1,47.0,98.5\n';

test('a borehole table in UTF-8, GBK and UTF-16 reads the same', async () => {
  for (const [encoding, name] of [
    ['utf8', 'UTF-8'],
    ['gbk', 'GBK'],
    ['utf16le', 'UTF-16LE'],
  ] as const) {
    const found = await look('钻孔.csv', encode(table, encoding, { addBOM: encoding === 'utf16le' }));
    expect(found).toMatchObject({ valid: true, problems: [], format: { id: 'csv', puid: 'x-fmt/18' } });
    expect(found.metadata).toMatchObject({
      encoding: name,
      delimiter: ',',
      columns: ['钻孔编号', '经度', '纬度', '孔口标高', '孔深'],
      rows: 2,
      boreholeTable: 'collar',
      boreholes: 2,
      bbox: [116.1, 39.9, 116.3, 40.1],
    });
  }
});

test('an interval table is told from a collar table', async () => {
  const found = await look('岩性.csv', '孔号,起始深度,终止深度,岩性\nZK1,0,1.5,粘土\nZK1,1.5,3,砂岩\n');
  expect(found.metadata).toMatchObject({ boreholeTable: 'interval', boreholes: 1 });
});

test('ragged rows are counted and their lines named', async () => {
  const found = await look('a.csv', 'a,b,c\n1,2,3\n1,2\n1,2,3\n1,2,3,4\n');
  expect(found.problems).toMatchObject([{ code: 'ragged-rows', severity: 'warning', at: 'line 3, 5' }]);
});

test('quoted cells may hold delimiters and line ends', async () => {
  const found = await look('a.csv', 'a,b\n"x, y","two\nlines"\n"say ""hi""",2\n');
  expect(found).toMatchObject({ problems: [], metadata: { rows: 2 } });
});

test('a quote that never closes is found and the rest is still read', async () => {
  const found = await look('a.csv', 'a,b\n1,2\n"x,3\n4,5\n');
  expect(codes(found)).toContain('w:unclosed-quote');
  expect(found.metadata['rows']).toBe(3);
});

test.each([
  [';', ';'],
  ['\t', 'tab'],
  ['|', '|'],
])('delimiter %j', async (delimiter, name) => {
  const rows = ['a', 'b', 'c'].map((c) => [c, '1,5', 'x'].join(delimiter)).join('\n');
  expect((await look('a.csv', rows)).metadata['delimiter']).toBe(name);
});

test('degrees out of range are no box', async () => {
  const found = await look('a.csv', 'hole,lon,lat\nA,500000,4400000\n');
  expect(codes(found)).toEqual(['w:coordinates-out-of-range']);
  expect(found.metadata['bbox']).toBeUndefined();
});

test('numbers only: columns have no names, every line is a row', async () => {
  expect((await look('a.csv', '1,2\n3,4\n')).metadata).toMatchObject({ rows: 2, columns: ['#1', '#2'] });
});
