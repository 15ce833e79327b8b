import { describe, expect, test } from '@jest/globals';
import { codesOf, csv, readAll } from './testing/files.ts';

const segy = (): Buffer => {
  const bytes = Buffer.alloc(3600 + 240 + 40);
  bytes.write('C 1 CLIENT', 0, 'latin1');
  bytes.writeUInt16BE(10, 3220);
  bytes.writeUInt16BE(1, 3224);
  return bytes;
};

describe('a file belongs to the hole that its name says', () => {
  const owner = async (file: string, ...holes: string[]) => {
    const table = csv(['钻孔编号', '钻孔类型'], ...holes.map((hole) => [hole, '地质']));
    const read = await readAll({ 'a.csv': table, [file]: segy() });
    const found = read.holes.filter(({ attachments }) => attachments !== undefined);
    return [found.map(({ header }) => header.hole), codesOf(read.remarks)];
  };
  test.each([
    ['ZK12.sgy', ['ZK1', 'ZK12'], 'ZK12'],
    ['vsp_ZK1-2_up.sgy', ['ZK1', 'ZK1-2'], 'ZK1-2'],
    ['钻孔ZK101测井.sgy', ['ZK10', 'ZK101'], 'ZK101'],
    ['zk 101.SGY', ['ZK10', 'ZK101'], 'ZK101'],
  ])('%s', async (file, holes, hole) => {
    expect(await owner(file, ...holes)).toEqual([[hole], []]);
  });
  test.each([
    ['ZK123.sgy', ['ZK1', 'ZK12']],
    ['AZK1.sgy', ['ZK1', 'ZK2']],
    ['ZK1.5.sgy', ['ZK1', 'ZK2']],
    ['大庆101.sgy', ['庆101', 'ZK2']],
    ['ZK1 ZK2.sgy', ['ZK1', 'ZK2']],
  ])('%s says none', async (file, holes) => {
    expect(await owner(file, ...holes)).toEqual([[], ['error hole-not-told']]);
  });
});

const las = (well: string, uwi: string, more = '') =>
  `~V\nVERS. 2.0 :\n~W\nNULL. -9 :\nWELL. ${well} :\nUWI. ${uwi} :\n${more}~C\nDEPT.M :\nGR. :\n~A\n1 2\n2 3\n`;

describe('a place and its system', () => {
  const place = 'LONG. 116.5 :\nLATI. 39.5 :\nGDAT. WGS84 :\n';
  const header = (columns: readonly string[], ...cells: (string | number)[]) =>
    csv(['钻孔编号', '钻孔类型', ...columns], ['W1', '油气', ...cells]);
  const read = async (table: string) => {
    const { holes } = await readAll({ 'a.csv': table, 'w.las': las('W1', '1', place) });
    const { x, y, crs } = holes[0]?.header ?? {};
    return { x, y, crs };
  };
  test('come from one file: the system of another is not put to a place', async () => {
    expect(await read(header(['X', 'Y'], 500_000, 4_300_000))).toEqual({ x: 500_000, y: 4_300_000 });
  });
  test('come from the file that has a place', async () => {
    expect(await read(header(['坐标系', 'X'], '4526', 38_500_000))).toEqual({
      x: 116.5,
      y: 39.5,
      crs: 'WGS84',
    });
  });
});

describe('two logs of one well with different unified numbers', () => {
  const logs = { '1.las': las('A-1', '100'), '2.las': las('A-1', '200') };
  test('are an error', async () => {
    const read = await readAll(logs);
    expect(codesOf(read.remarks)).toEqual(['error sheets-disagree']);
    expect(read.holes).toEqual([]);
  });
  test('are one hole where a table says which number is its own, or both write it otherwise', async () => {
    const table = csv(['钻孔编号', '钻孔类型', '统一编号'], ['A-1', '油气', '100']);
    const read = await readAll({ 'a.csv': table, ...logs });
    expect(codesOf(read.remarks)).toEqual(['warning values-differ']);
    expect(read.holes).toMatchObject([{ header: { unifiedNumber: '100' }, logs: [{}, {}] }]);
    const same = await readAll({ '1.las': las('A-1', '1-00'), '2.las': las('A-1', '100') });
    expect(same.holes).toHaveLength(1);
  });
});
