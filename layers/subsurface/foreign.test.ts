import { describe, expect, test } from '@jest/globals';
import { codesOf, csv, readAll } from './testing/files.ts';

describe('secrecy and protection are never read as less than they say', () => {
  const collar = (column: string, value: string) =>
    readAll({ 'a.csv': csv(['Hole ID', 'Easting', 'Northing', 'Note', column], ['ZK1', 1, 2, 'x', value]) });
  test.each([
    ['秘密★10年', 'confidential'],
    ['机密', 'secret'],
    ['绝密★', 'top-secret'],
    ['秘密级 10年', 'confidential'],
    ['秘密10年', 'confidential'],
    ['机密（长期）', 'secret'],
    ['内部资料', 'internal'],
  ])('%s', async (said, secrecy) => {
    const { holes } = await collar('密级', said);
    expect(holes[0]?.header).toMatchObject({ secrecy });
  });
  test.each([
    ['密级', '商业秘密'],
    ['密级', '内部/秘密'],
    ['密级', 'classified'],
    ['保护期至', '长期'],
  ])('what is not clear is an error in any table: %s %s', async (column, value) => {
    const read = await collar(column, value);
    expect(read.holes).toEqual([]);
    expect(read.remarks).toContainEqual(expect.objectContaining({ severity: 'error', column, hole: 'ZK1' }));
  });
});

describe('the hole of a row', () => {
  const holes = csv(['Hole', 'Index', 'Easting', 'Northing'], ['ZK1', 1, 1, 2], ['ZK3', 3, 1, 2]);
  test('is that of its surest column alone', async () => {
    const read = await readAll({
      'a.csv': holes,
      'b.csv': csv(['Hole', 'Index', 'From', 'To', 'Lithology'], ['ZK2', 1, 0, 5, 'x'], ['', 3, 0, 5, 'x']),
    });
    expect(codesOf(read.remarks)).toEqual(
      expect.arrayContaining(['error unknown-hole', 'error hole-number-missing']),
    );
    expect(read.holes.map(({ children }) => children)).toEqual([undefined, undefined]);
  });
  test('may be a number of the table of holes where no other name is there', async () => {
    const read = await readAll({
      'a.csv': holes,
      'b.csv': csv(['Index', 'From', 'To', 'Lithology'], [3, 0, 5, 'x']),
    });
    expect(read.holes).toMatchObject([{ header: { hole: 'ZK1' } }, { children: { layers: [{}] } }]);
  });
});

describe('rows that begin with #', () => {
  const header = ['钻孔编号', '钻孔类型'];
  test('are comments in front of the headings, and where nothing else stands in them', async () => {
    const comments = Array.from({ length: 30 }, () => ['# made, by', 'x']);
    const read = await readAll({ 'a.csv': csv(...comments, header, ['# end', ''], ['ZK1', '地质']) });
    expect(read.holes.map(({ header: { hole } }) => hole)).toEqual(['ZK1']);
  });
  test('are holes below them', async () => {
    const read = await readAll({ 'a.csv': csv(header, ['#1', '地质'], ['#12-3', '地质']) });
    expect(codesOf(read.remarks)).toEqual([]);
    expect(read.holes.map(({ header: { hole } }) => hole)).toEqual(['#1', '#12-3']);
  });
});

describe('feet and metres', () => {
  const rowsOf = (read: Awaited<ReturnType<typeof readAll>>) => read.holes[0]?.children?.layers;
  test('of a table of rows are not those of the header', async () => {
    const read = await readAll({
      'a.csv': csv(['Hole', 'Longitude', 'Latitude', 'CRS', 'Depth (m)'], ['W1', 116.4, 39.9, 4490, 100]),
      'b.csv': csv(['Hole', 'From (ft)', 'To (ft)', 'Lithology', 'Longitude'], ['W1', 0, 100, 'sand', 116.4]),
    });
    expect(read.holes[0]?.header.finalDepth).toBe(100);
    expect(rowsOf(read)).toMatchObject([{ from: 0, to: 30.48 }]);
  });
  test('of a heading of the header are not those of rows headed in metres', async () => {
    const read = await readAll({
      'a.csv': csv(['Hole', 'Total depth (ft)'], ['W1', 1000]),
      'b.csv': csv(['Hole', 'From (m)', 'To (m)', 'Lithology'], ['W1', 0, 100, 'sand']),
    });
    expect(read.holes[0]?.header.finalDepth).toBe(304.8);
    expect(rowsOf(read)).toMatchObject([{ from: 0, to: 100 }]);
  });
});
