import { holeInput } from '@geoarchive/contract/hole-parts.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { type Content, codesOf, readAll } from '../testing/files.ts';
import { scanNumbers } from './values.ts';

type Made = {
  version?: string;
  wrap?: string;
  more?: string;
  well?: string;
  curves?: string;
  unit?: string;
  data: string;
};
const las = ({
  version = '2.0',
  wrap = 'NO',
  more = '',
  well = 'W-1',
  curves = 'GR.GAPI : Gamma\nRES.OHMM : Resistivity',
  unit = 'M',
  data,
}: Made) =>
  `~Version\nVERS. ${version} : v\nWRAP. ${wrap} : w\n${more}~Well\nSTRT.${unit} 100 :\nSTOP.${unit} 102 :\nSTEP.${unit} 1 :\nNULL. -999.25 :\nWELL. ${well} : WELL\nUWI. 0042 : UWI\n~Curve\nDEPT.${unit} : Depth\n${curves}\n~A\n${data}\n`;
const data = '100 1.5 -999.25\n101 2.25 20\n102 1e2 30.125';

const one = async (content: Content, name = 'w.las') => {
  const read = await readAll({ [name]: content });
  const logs = read.holes[0]?.logs ?? [];
  const values = (log = 0) =>
    [logs[log]?.index, ...(logs[log]?.curves ?? [])].map((curve) => [
      curve?.mnemonic,
      [...(read.curves.get(curve?.sha256 ?? '') ?? [])],
    ]);
  for (const hole of read.holes) expect(holeInput.safeParse(hole).success).toBe(true);
  return { read, logs, values, hole: read.holes[0], said: codesOf(read.remarks) };
};
const expected = [
  ['DEPT', [100, 101, 102]],
  ['GR', [1.5, 2.25, 100]],
  ['RES', [Number.NaN, 20, 30.125]],
];

test('LAS 2.0: curves, units, nulls, header', async () => {
  const { values, said, hole, logs, read } = await one(las({ data }));
  expect(said).toEqual([]);
  expect(values()).toEqual(expected);
  expect(hole?.header).toEqual({ hole: 'W-1', unifiedNumber: '0042', holeType: 'oil-gas' });
  expect(logs[0]).toMatchObject({
    format: 'LAS 2.0',
    indexUnit: 'M',
    index: { unit: 'm', samples: 3, top: 100, base: 102 },
    curves: [
      { unit: 'GAPI', description: 'Gamma', least: 1.5, most: 100 },
      { unit: 'OHMM', top: 101, base: 102 },
    ],
  });
  expect(logs[0]?.parameters).toContainEqual({
    mnemonic: 'NULL',
    unit: '',
    value: '-999.25',
    description: '',
  });
  expect(read.files).toEqual([
    { name: 'w.las', format: 'LAS 2.0', holes: 1, layers: 0, curves: 2, remarks: 0, outcome: 'whole' },
  ]);
});

describe('the same curves', () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ['wrapped', las({ wrap: 'YES', data: '100\n1.5\n-999.25\n101\n2.25 20\n102 1e2\n30.125' }), []],
    ['in UTF-16', iconv.encode(`\uFEFF${las({ data })}`, 'utf16le'), []],
    ['in GBK', iconv.encode(las({ data, curves: 'GR.GAPI : 自然伽马\nRES.OHMM : 电阻率' }), 'gb18030'), []],
    ['with CR alone at its line ends', las({ data }).replaceAll('\n', '\r'), []],
    ['with decimal commas', las({ data: data.replaceAll('.', ',') }), ['repair las-decimal-comma']],
    [
      'parted by commas as declared',
      las({ version: '3.0', more: 'DLM. COMMA :\n', data: data.replaceAll(' ', ',') }),
      [],
    ],
    [
      'parted by commas that are not declared',
      las({ data: data.replaceAll(' ', ',') }),
      ['repair las-delimiter'],
    ],
    ['with dashes for nothing', las({ data: data.replace('-999.25', '--') }), []],
    [
      'with a number run into another',
      las({ data: data.replace('1.5 -999.25', '1.5-999.25') }),
      ['repair las-run-on'],
    ],
    ['with exponents of Fortran', las({ data: data.replace('1e2', '1.0D+02') }), []],
    ['with blank lines and comments', las({ data: data.replaceAll('\n', '\n\n# x\n') }), []],
  ])('%s', async (_, content, remarks) => {
    const { values, said } = await one(content);
    expect(said).toEqual(remarks);
    expect(values()).toEqual(expected);
  });
  test('bit for bit, as Number reads them', () => {
    const row = new Float64Array(3);
    const cell = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.tuple(fc.integer(), fc.nat(999_999_999)).map(([a, b]) => `${a}.${b}`),
      fc.constantFrom('+1.5', '-.5', '5.', '-0.0', '00012.50', '123456789012345678'),
    );
    fc.assert(
      fc.property(cell, cell, cell, (...cells) => {
        expect(scanNumbers(`  ${cells.join('\t ')} `, row)).toBe(3);
        expect([...row]).toEqual(cells.map(Number));
      }),
    );
  });
});

describe('what is repaired or doubtful is said', () => {
  test('depths in feet become metres', async () => {
    const { values, said, logs } = await one(las({ unit: 'F', data }));
    expect(said).toEqual(['repair depth-in-feet']);
    expect(values()[0]).toEqual(['DEPT', [100 * 0.3048, 101 * 0.3048, 102 * 0.3048]]);
    expect(logs[0]).toMatchObject({ indexUnit: 'F', index: { unit: 'm' } });
  });
  test('mnemonics that come twice', async () => {
    const { values, said } = await one(las({ data, curves: 'GR. :\nGR. :' }));
    expect([said, values().map(([name]) => name)]).toEqual([
      ['repair las-mnemonic-twice'],
      ['DEPT', 'GR', 'GR:2'],
    ]);
  });
  test('depths that turn round; from the bottom upwards is no fault', async () => {
    expect((await one(las({ data: '100 1 1\n102 1 1\n101 1 1\n102 1 1' }))).said).toEqual([
      'warning las-depth-not-monotonic',
    ]);
    const up = las({ data: '102 1 1\n101 1 1\n100 1 1' })
      .replace('STRT.M 100', 'STRT.M 102')
      .replace('STOP.M 102', 'STOP.M 100');
    expect((await one(up)).said).toEqual([]);
  });
  test('rows too short, words, another range', async () => {
    const { values, said } = await one(las({ data: '100 1\n101 x 3\n109 1 3' }));
    expect(said).toEqual(['warning las-row-width', 'warning las-not-a-number', 'warning las-range-differs']);
    expect(values()[1]).toEqual(['GR', [1, Number.NaN, 1]]);
  });
  test('missing sections: names of curves from the data’s title, of the hole from the file', async () => {
    const { values, said, hole } = await one('~A DEPTH GR\n1 2\n2 3\n', 'logs/ZK 7.las');
    expect(said).toEqual([
      'repair las-section-missing',
      'repair las-null-missing',
      'repair hole-named-by-file',
      'warning las-depth-unit',
    ]);
    expect([hole?.header.hole, values()]).toEqual([
      'ZK 7',
      [
        ['DEPTH', [1, 2]],
        ['GR', [2, 3]],
      ],
    ]);
  });
  test('a log by time is none', async () => {
    const { said, read } = await one(las({ data }).replace('DEPT.M', 'TIME.S'));
    expect([said, read.files[0]?.outcome]).toEqual([['error las-not-by-depth'], 'not']);
  });
  test('nothing but a head', async () => {
    expect((await one('~V\nVERS. 2.0 :\n')).said).toContain('error las-no-data');
    expect((await one('')).read.files[0]?.outcome).toBe('not');
  });
});

test('LAS 1.2: words of the head stand behind the colon', async () => {
  const { hole } = await one(
    las({ version: '1.20', data }).replace('WELL. W-1 : WELL', 'WELL. WELL : ANY ET AL 12-34'),
  );
  expect(hole?.header.hole).toBe('ANY ET AL 12-34');
});

test('LAS 3.0: several logs, tops and inclinometry of one file', async () => {
  const head = las({ version: '3.0', more: 'DLM. COMMA :\n', data: '' }).split('~Curve')[0] ?? '';
  const table = (name: string, items: string, rows: string) =>
    `~${name}_Definition\n${items}\n~${name}_Data | ${name}_Definition\n${rows}\n`;
  const { hole, values, logs, said } = await one(
    `${head}~Log_Definition[1]\nDEPT.M :\nGR. :\n~Log_Data[1] | Log_Definition[1]\n100,1\n102,2\n~Log_Definition[2]\nDEPT.M :\nAC. :\n~Log_Data[2] | Log_Definition[2]\n100,3\n102,4\n${table('Tops', 'TOPN. : {S}\nTOPT.F : {F}', 'Viking,100')}${table('Inclinometry', 'MD.M :\nINCL.DEG :\nAZIM.DEG :', '10,1.5,90')}${table('Core', 'A. :', 'x')}`,
  );
  expect(said).toEqual(['warning las-section-left']);
  expect(logs.map(({ id }) => id.slice(-2))).toEqual(['-1', '-2']);
  expect(values(1)).toEqual([
    ['DEPT', [100, 102]],
    ['AC', [3, 4]],
  ]);
  expect(hole?.children).toMatchObject({
    tops: [{ stratum: 'Viking', top: 30.48 }],
    survey: [{ depth: 10, inclination: 1.5, azimuth: 90 }],
  });
});

test('a log joins the hole of a table, whose header counts', async () => {
  const read = await readAll({
    'h.csv': '钻孔编号,钻孔类型,坐标系,X,Y\r\nW1,油气,4490,116.4,39.9',
    'w.las': las({ data }),
  });
  expect(read.holes).toMatchObject([
    { header: { hole: 'W1', x: 116.4, unifiedNumber: '0042' }, logs: [{ format: 'LAS 2.0' }] },
  ]);
  expect(read.remarks).toEqual([]);
});
