import { holeInput } from '@geoarchive/contract/hole-parts.ts';
import { describe, expect, test } from '@jest/globals';
import { codesOf, readAll } from '../testing/files.ts';

const quoted = (...cells: (string | number)[]) => cells.map((cell) => `"${cell}"`).join(',');
type Table = [group: string, headings: string[], units: string[], ...rows: (string | number)[][]];
const four = (...tables: Table[]) =>
  tables
    .map(([group, headings, units, ...rows]) =>
      [
        quoted('GROUP', group),
        quoted('HEADING', ...headings),
        quoted('UNIT', ...units),
        quoted('TYPE', ...headings.map(() => 'X')),
        ...rows.map((row) => quoted('DATA', ...row)),
        '',
      ].join('\r\n'),
    )
    .join('\r\n');
const three = (...tables: Table[]) =>
  tables
    .map(([group, headings, units, ...rows]) =>
      [
        quoted(`**${group}`),
        quoted(...headings.map((name) => `*${name}`)),
        quoted('<UNITS>', ...units.slice(1)),
        ...rows.map((row) => quoted(...row)),
        '',
      ].join('\r\n'),
    )
    .join('\r\n');

const tables = (loca: string, hole: string): Table[] => [
  ['PROJ', ['PROJ_ID', 'PROJ_NAME', 'PROJ_CONT'], ['', '', ''], ['P1', 'Bridge', 'Driller Ltd']],
  [
    loca,
    [hole, `${loca}_NATE`, `${loca}_NATN`, `${loca}_GL`, `${loca}_FDEP`, `${loca}_STAR`],
    ['', 'm', 'm', 'm', 'm', 'yyyy-mm-dd'],
    ['BH1', 116.4, 39.9, 20, 10, '2020-03-01'],
  ],
  [
    'GEOL',
    [hole, 'GEOL_TOP', 'GEOL_BASE', 'GEOL_DESC', 'GEOL_LEG'],
    ['', 'm', 'm', '', ''],
    ['BH1', 0, 4, 'CLAY, with a comma', '201'],
    ['BH1', 4, 10, 'SAND', '301'],
  ],
  ['DETL', [hole, 'DETL_TOP', 'DETL_BASE', 'DETL_DESC'], ['', 'm', 'm', ''], ['BH1', 1, 2, 'roots']],
  [
    'SAMP',
    [hole, 'SAMP_TOP', 'SAMP_REF', 'SAMP_TYPE', 'SAMP_BASE'],
    ['', 'm', '', '', 'm'],
    ['BH1', 1, 3, 'B', 1.5],
  ],
  ['ISPT', [hole, 'ISPT_TOP', 'ISPT_NVAL'], ['', 'm', ''], ['BH1', 2, 12]],
  ['CHIS', [hole, 'CHIS_FROM'], ['', 'm'], ['BH1', 2]],
];

describe.each([
  ['AGS 4', four(...tables('LOCA', 'LOCA_ID'))],
  ['AGS 3', three(...tables('HOLE', 'HOLE_ID'))],
])('%s', (format, content) => {
  test('header, layers with their details, samples, tests', async () => {
    const read = await readAll({ 'x.ags': content });
    expect(read.files[0]).toMatchObject({ format, holes: 1, layers: 2, outcome: 'with-findings' });
    const [hole] = read.holes;
    expect(holeInput.safeParse(hole).success).toBe(true);
    expect(hole?.header).toMatchObject({
      hole: 'BH1',
      project: 'Bridge',
      contractor: 'Driller Ltd',
      holeType: 'engineering',
      elevation: 20,
      finalDepth: 10,
      startedOn: '2020-03-01',
    });
    expect(hole?.children).toMatchObject({
      layers: [
        { from: 0, to: 4, description: 'CLAY, with a comma / 1–2 m: roots', rockCode: '201' },
        { from: 4, to: 10 },
      ],
      samples: [{ sample: 'B3@1', type: 'B', from: 1, to: 1.5 }],
      tests: [{ method: 'SPT', from: 2, to: 2.45, result: 'N=12' }],
    });
    expect(read.remarks.find(({ code }) => code === 'ags-groups-left')?.message.en).toContain('CHIS (1)');
  });
});

test('AGS 3: rows that go on, days with the day first', async () => {
  const read = await readAll({
    'x.ags': `"**HOLE"\r\n"*HOLE_ID","*HOLE_STAR",\r\n"*HOLE_REM"\r\n"<UNITS>","dd/mm/yyyy",""\r\n"BH1","26/07/2004","first "\r\n"<CONT>","","second"\r\n`,
  });
  expect(read.holes[0]?.header).toMatchObject({ startedOn: '2004-07-26', remarks: 'first second' });
});

test('layers of a hole that LOCA does not have, and rules that are broken, are told', async () => {
  const read = await readAll({
    'x.ags': four(...tables('LOCA', 'LOCA_ID')).replace('"DATA","BH1","4"', '"DATA","BH9","4"'),
  });
  expect(codesOf(read.remarks)).toEqual(expect.arrayContaining(['error unknown-hole', 'warning ags-rule']));
});
