import { holeInput } from '@geoarchive/contract/hole-parts.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { layerTable } from '@geoarchive/domain/subsurface/tables.ts';
import { standardLimits } from '@geoarchive/sheets/limits.ts';
import { bytesSource } from '@geoarchive/sheets/source.ts';
import { writeWorkbook } from '@geoarchive/sheets/xlsx/write/workbook.ts';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { writeHoleTemplate } from '../template.ts';
import { codesOf, csv, readAll } from '../testing/files.ts';
import { readTables } from './read.ts';

const place = ['4526', 38_500_100, 4_300_200] as const;
const headers = csv(
  ['钻孔编号', '钻孔类型', '坐标系', 'X（东/经度）', 'Y（北/纬度）', '终孔深度 (m)'],
  ['ZK1', '地质', ...place, 100],
  ['ZK2', '水文地质', ...place, 50],
);
const layers = csv(
  ['钻孔编号', '自 (m)', '至 (m)', '岩石名称'],
  ['ZK1', 0, 40, '黏土'],
  ['ZK1', 40, 100, '砂岩'],
  ['ZK2', 0, 50, '砂岩'],
);
type Rows = readonly (readonly (string | number | null)[])[];
const workbook = async (sheets: Readonly<Record<string, Rows>>, stamp = '') => {
  const chunks: Uint8Array[] = [];
  const written = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((cells) => ({ cells })),
  }));
  for await (const chunk of writeWorkbook(written, stamp)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

describe('the template', () => {
  test('as it is handed out brings nothing but is known', async () => {
    const read = await readAll({ 'template.xlsx': await writeHoleTemplate('zh') });
    expect(read.holes).toEqual([]);
    expect(new Set(codesOf(read.remarks))).toEqual(new Set(['warning no-rows']));
  });
  test('as CSV files: tables are told by their headings, whatever the files are called', async () => {
    const read = await readAll({ 'a.csv': headers, 'b.csv': layers });
    expect(read.remarks).toEqual([]);
    expect(read.files).toEqual([
      { name: 'a.csv', format: 'csv', holes: 2, layers: 0, curves: 0, remarks: 0, outcome: 'whole' },
      { name: 'b.csv', format: 'csv', holes: 2, layers: 3, curves: 0, remarks: 0, outcome: 'whole' },
    ]);
    expect(read.holes[0]).toMatchObject({
      header: { hole: 'ZK1', holeType: 'geological', x: 38_500_100, finalDepth: 100 },
      children: {
        layers: [
          { from: 0, to: 40, rock: '黏土' },
          { from: 40, to: 100 },
        ],
      },
    });
    for (const hole of read.holes) expect(holeInput.safeParse(hole).success).toBe(true);
  });
  test.each(['gb18030', 'utf16le', 'utf16be'])('as CSV in %s', async (encoding) => {
    const bom = encoding.startsWith('utf16') ? '\uFEFF' : '';
    const read = await readAll({
      'a.csv': iconv.encode(bom + headers, encoding),
      'b.csv': iconv.encode(bom + layers, encoding),
    });
    expect(read.remarks).toEqual([]);
    expect(read.holes).toHaveLength(2);
  });
  test('as a workbook of several sheets, stamped once for all of them', async () => {
    const book = await workbook(
      {
        钻孔: [headerTable.columns.map(({ label }) => label.zh), ['ZK1', ...Array(5).fill(null), '地质']],
        分层: [layerTable.columns.map(({ label }) => label.en), ['ZK1', '1', 0, 10]],
      },
      'holes@1',
    );
    const read = await readAll({ 'x.xlsx': book });
    expect(codesOf(read.remarks)).toEqual([]);
    expect(read.files[0]).toMatchObject({ holes: 1, layers: 1, outcome: 'whole' });
    expect(
      codesOf((await readAll({ 'x.xlsx': await workbook({ 钻孔: [['钻孔编号']] }, 'holes@9') })).remarks),
    ).toEqual(['error newer-version']);
  });
});

describe('never half an import', () => {
  test('an error of a row keeps its hole out, not the others', async () => {
    const read = await readAll({ 'a.csv': headers, 'b.csv': layers.replace('40,100', '100,40') });
    expect(read.holes.map(({ header }) => header.hole)).toEqual(['ZK2']);
    expect(read.remarks).toContainEqual(
      expect.objectContaining({
        code: 'interval-reversed',
        severity: 'error',
        file: 'b.csv',
        row: 3,
        hole: 'ZK1',
      }),
    );
  });
  test('nor does a cell that cannot be read, however many there are', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => [`ZK${at}`, '地质', '4490', 'x', 39.9, 10]);
    const read = await readAll({
      'a.csv': csv(
        ['钻孔编号', '钻孔类型', '坐标系', 'X（东/经度）', 'Y（北/纬度）', '终孔深度 (m)'],
        ...rows,
      ),
    });
    expect(read.holes).toEqual([]);
    expect(read.remarks.length).toBeLessThanOrEqual(20);
    expect(read.remarks.at(-1)?.message.zh).toContain('另有 80 处');
  });
  test('rows of a hole that no table of holes has are told', async () => {
    const read = await readAll({ 'a.csv': headers, 'b.csv': `${layers}\r\nZK9,0,10,砂岩\r\nZK9,10,20,砂岩` });
    expect(read.remarks).toEqual([
      expect.objectContaining({ code: 'unknown-hole', hole: 'ZK9', file: 'b.csv', row: 5 }),
    ]);
    expect(read.holes).toHaveLength(2);
  });
  test('two sheets that disagree about a hole', async () => {
    const read = await readAll({
      'a.csv': headers,
      'b.csv': headers.replace(',100', ',101'),
      'c.csv': layers,
    });
    expect(codesOf(read.remarks)).toEqual(['error sheets-disagree']);
    expect(read.holes.map(({ header }) => header.hole)).toEqual(['ZK2']);
  });
  test('two sheets that disagree about a layer; the same said twice is taken once', async () => {
    const read = await readAll({
      'a.csv': headers,
      'b.csv': layers,
      'c.csv': layers.replace('黏土', '页岩'),
    });
    expect(codesOf(read.remarks).sort()).toEqual([
      'error sheets-disagree',
      'warning row-twice',
      'warning row-twice',
    ]);
    expect(read.holes.map(({ header, children }) => [header.hole, children?.layers?.length])).toEqual([
      ['ZK2', 1],
    ]);
  });
  test('a row without its hole’s number', async () => {
    const read = await readAll({ 'a.csv': headers, 'b.csv': layers.replace('ZK1,40', ',40') });
    expect(codesOf(read.remarks)).toContain('error hole-number-missing');
    expect(read.holes.map(({ header }) => header.hole)).toEqual(['ZK2']);
  });
  test('more rows than are read', async () => {
    const part = await readTables(
      bytesSource(new TextEncoder().encode(`${headers}\r\n${'ZK,地质\r\n'.repeat(20)}`), 'x.csv'),
      { ...standardLimits, rows: 10 },
    );
    expect([part.headers.length, codesOf(part.remarks)]).toEqual([0, ['error too-many-rows']]);
  });
});

test('merged cells count for each row, formulas by what they gave', async () => {
  const { minimal } = await import('@geoarchive/sheets/testing/workbook.ts');
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const number = (at: string, value: number, formula = '') => `<c r="${at}">${formula}<v>${value}</v></c>`;
  const rows = `<row r="1">${cell('A1', '孔号')}${cell('B1', '自')}${cell('C1', '至')}${cell('D1', '岩性')}</row><row r="2">${cell('A2', 'ZK1')}${number('B2', 0)}${number('C2', 5)}${cell('D2', '土')}</row><row r="3">${number('B3', 5)}${number('C3', 9, '<f>B3+4</f>')}${cell('D3', '砂')}</row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>`;
  const read = await readAll({ 'm.xlsx': minimal({ rows }), 'a.csv': headers.replace(/,100/, ',9') });
  expect(read.holes[0]?.children?.layers).toHaveLength(2);
  expect(read.remarks).toContainEqual(
    expect.objectContaining({ code: 'merged-cells', severity: 'repair', sheet: '表', row: 2 }),
  );
});

describe('tables of other programs', () => {
  test('collar, survey, layers and values side by side', async () => {
    const read = await readAll({
      'collar.csv': csv(
        ['HoleId', 'CollarID', 'Longitude', 'Latitude', 'RL', 'MaxDepth'],
        ['A1', 7, 116.4, 39.9, 30, 60],
      ),
      'survey.csv': csv(['CollarID', 'Depth', 'Azimuth', 'Dip'], [7, 0, 90, 60], [7, 30, 91, 61]),
      'lith.csv': csv(['CollarID', 'FromDepth', 'ToDepth', 'Lithology', 'Score'], [7, 0, 60, 'granite', 3]),
      'assay.csv': csv(['BHID', 'FROM', 'TO', 'Cu (%)', 'Au_ppb'], ['A1', 0, 2, 0.5, '<5']),
    });
    expect(read.holes).toHaveLength(1);
    expect(read.holes[0]).toMatchObject({
      header: { hole: 'A1', x: 116.4, y: 39.9, elevation: 30, finalDepth: 60, holeType: 'geological' },
      children: {
        survey: [{ depth: 0, azimuth: 90, dip: 60 }, { depth: 30 }],
        layers: [{ rock: 'granite' }],
        samples: [{ sample: '0-2', from: 0, to: 2 }],
        assays: [
          { element: 'Cu', value: 0.5, unit: '%' },
          { element: 'Au', value: 5, unit: 'ppb', limit: '<' },
        ],
      },
    });
    expect(codesOf(read.remarks).sort()).toEqual([
      'warning columns-not-read',
      'warning hole-type-taken',
      'warning place-unclear',
    ]);
  });
  test('depths in feet, by the heading or by the hole’s unit, are checked as metres', async () => {
    const one = await readAll({
      'a.csv': csv(['Well name', 'Total depth (ft)'], ['W1', 45_000]),
      'b.csv': csv(['Well', 'From (ft)', 'To (ft)', 'Lithology'], ['W1', 0, 45_000, 'x']),
    });
    expect(one.holes[0]).toMatchObject({
      header: { finalDepth: 13_716 },
      children: { layers: [{ to: 13_716 }] },
    });
    const two = await readAll({
      'a.csv': csv(
        ['钻孔编号', '钻孔类型', '终孔深度 (m)', '深度单位'],
        ['W1', '油气', 45_000, '英尺'],
        ['W2', '油气', 45_000, '米'],
      ),
    });
    expect(two.holes.map(({ header }) => header)).toMatchObject([
      { hole: 'W1', finalDepth: 13_716, depthUnit: 'm' },
    ]);
    expect(codesOf(two.remarks)).toContain('error too-deep');
  });
  test('lengths, angles and pressures in other units are turned into ours', async () => {
    const read = await readAll({
      'a.csv': headers,
      'c.csv': csv(
        ['Hole_ID', 'From_ft', 'To (ft)', 'Outer diameter (in)', 'Kind'],
        ['ZK1', 0, 100, 9.625, 'surface'],
      ),
      't.csv': csv(
        ['HoleID', 'From (cm)', 'To (cm)', 'Test', 'Pressure (psi)', 'Oil (bbl)'],
        ['ZK1', 1000, 2000, '1', 1450, 12],
      ),
    });
    expect(read.holes[0]?.children?.casing).toEqual([
      expect.objectContaining({ from: 0, to: 30.48, diameter: 244.475 }),
    ]);
    const [test] = read.holes[0]?.children?.tests ?? [];
    expect(test).toMatchObject({ from: 10, to: 20, pressure: 9.99739808 });
    // Barrels are no tonnes without a density.
    expect(test).not.toHaveProperty('oil');
    expect(codesOf(read.remarks)).toContain('warning unit-not-known');
  });
  test('a length in metres beside depths in feet stays what it is', async () => {
    const read = await readAll({
      'a.csv': headers,
      'r.csv': csv(['HoleID', 'From (ft)', 'To (ft)', 'Core length (m)'], ['ZK1', 10, 20, 2.7]),
    });
    expect(read.holes[0]?.children?.runs).toEqual([
      expect.objectContaining({ from: 3.048, to: 6.096, coreLength: 2.7 }),
    ]);
  });
  test('numbers that stand for nothing, and words for no content, bring nothing and are told where they stand', async () => {
    const read = await readAll({
      'a.csv': headers,
      's.csv': csv(
        ['HoleID', 'From', 'To', 'Sample ID', 'Au_ppb', 'Cu (%)', 'Zn (%)'],
        ['ZK1', 0, 1, 'H1', -999, '<0.01', '"1,234.5"'],
        ['ZK1', 1, 2, 'H2', -9999.25, '<LOD', 0.2],
      ),
    });
    expect(read.holes[0]?.children?.assays).toEqual([
      expect.objectContaining({ sample: 'H1', element: 'Cu', value: 0.01, limit: '<' }),
      expect.objectContaining({ sample: 'H1', element: 'Zn', value: 1234.5 }),
      expect.objectContaining({ sample: 'H2', element: 'Zn', value: 0.2 }),
    ]);
    const told = (code: string) =>
      read.remarks.flatMap((remark) =>
        remark.code === code ? [`${remark.row} ${remark.column} ${remark.hole} ${remark.message.zh}`] : [],
      );
    expect(told('no-data-value')).toEqual([
      '2 Au ZK1 “-999”按无数据处理。',
      '3 Au ZK1 “-9999.25”按无数据处理。',
    ]);
    expect(told('content-not-read')).toEqual(['3 Cu ZK1 含量“<LOD”不是数值，未读取。']);
  });
  test('so are those of depths and angles, with what to do', async () => {
    const read = await readAll({
      'a.csv': headers,
      's.csv': csv(['HoleID', 'Depth', 'Dip', 'Azi'], ['ZK1', 0, -60, -999.25], ['ZK1', 10, -999, 90]),
    });
    const values = read.holes[0]?.children?.survey?.map(({ dip, azimuth }) => [dip, azimuth]);
    expect(values).toEqual([
      [60, undefined],
      [undefined, 90],
    ]);
    const told = read.remarks.filter(({ code }) => code === 'no-data-value');
    expect(told.map(({ row, column, hole }) => [row, column, hole])).toEqual([
      [2, 'Azi', 'ZK1'],
      [3, 'Dip', 'ZK1'],
    ]);
    expect(told[0]?.remedy.en).toBe('Use the template if it is a real number.');
  });
  test('also where they would be turned into metres', async () => {
    const read = await readAll({
      'a.csv': headers,
      'c.csv': csv(['Hole_ID', 'From (ft)', 'To (ft)', 'Top of cement (ft)'], ['ZK1', 0, 10, -999]),
    });
    expect(read.holes[0]?.children?.casing?.[0]).not.toHaveProperty('cementTop');
    expect(codesOf(read.remarks)).toContain('repair no-data-value');
  });
  test('dips of programs that write down as negative are turned; of both signs none is', async () => {
    const survey = (...dips: number[]) =>
      csv(['HoleID', 'Depth', 'Dip', 'Azi'], ...dips.map((dip, at) => ['ZK1', at * 10, dip, 90]));
    const down = await readAll({ 'a.csv': headers, 's.csv': survey(-60, -62.5) });
    expect(down.holes[0]?.children?.survey?.map(({ dip }) => dip)).toEqual([60, 62.5]);
    expect(codesOf(down.remarks)).toContain('repair dip-turned');
    const both = await readAll({ 'a.csv': headers, 's.csv': survey(-60, 5) });
    expect(both.holes[0]?.children?.survey?.map(({ dip }) => dip)).toEqual([-60, 5]);
    expect(codesOf(both.remarks)).toContain('warning dip-signs-mixed');
    const template = await readAll({
      'a.csv': headers,
      's.csv': csv(['钻孔编号', '测点深度 (m)', '倾角 (°)', '方位角 (°)'], ['ZK1', 0, -60, 90]),
    });
    expect(template.holes[0]?.children?.survey?.[0]).toMatchObject({ dip: -60 });
  });
  test('swapped degrees are offered to be mended', async () => {
    const read = await readAll({
      'a.csv': csv(['孔号', '坐标系', '经度', '纬度'], ['ZK1', 'CGCS2000', 39.9, 116.4]),
    });
    const found = read.remarks.find(({ code }) => code === 'degrees-swapped');
    const [hole] = read.holes;
    expect(hole && found?.mend?.(hole.header)).toMatchObject({ x: 116.4, y: 39.9 });
  });
  test('what is no table of holes is told', async () => {
    expect(codesOf((await readAll({ 'a.csv': csv(['a', 'b'], [1, 2]) })).remarks)).toEqual([
      'error no-hole-table',
    ]);
    expect(
      codesOf((await readAll({ 'a.xls': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) })).remarks),
    ).toEqual(['error old-excel']);
  });
});
