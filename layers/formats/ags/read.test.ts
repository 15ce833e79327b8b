import { expect, test } from '@jest/globals';
import { codes, look } from '../testing/look.ts';

const group = (name: string, heading: string[], rows: string[][]) =>
  [
    ['GROUP', name],
    ['HEADING', ...heading],
    ['UNIT', ...heading.map(() => '')],
    ['TYPE', ...heading.map(() => 'X')],
    ...rows.map((row) => ['DATA', ...row]),
  ]
    .map((row) => row.map((cell) => `"${cell}"`).join(','))
    .join('\r\n');

const groups = [
  group('PROJ', ['PROJ_ID', 'PROJ_NAME'], [['P1', 'Bridge']]),
  group('TRAN', ['TRAN_AGS'], [['4.1']]),
  group('UNIT', ['UNIT_UNIT'], [['m']]),
  group('TYPE', ['TYPE_TYPE'], [['X']]),
  group(
    'LOCA',
    ['LOCA_ID', 'LOCA_NATE', 'LOCA_NATN'],
    [
      ['BH1', '100', '200'],
      ['BH2', '150', '250'],
    ],
  ),
];
const file = groups.join('\r\n\r\n');

test('project, groups and holes', async () => {
  expect(await look('a.ags', file)).toMatchObject({
    valid: true,
    problems: [],
    format: { id: 'ags' },
    metadata: {
      version: 4,
      title: 'Bridge',
      identifier: 'P1',
      boreholes: 2,
      projectedBbox: [100, 200, 150, 250],
    },
  });
});

test.each([
  ['a value without quotes', file.replace('"BH1"', 'BH1')],
  ['a value too many', file.replace('"BH1"', '"BH1","x"')],
  ['a row of another kind', file.replace('"DATA","BH1"', '"DATE","BH1"')],
  ['a group without types', file.replace('"TYPE","X","X"\r\n"DATA","P1"', '"DATA","P1"')],
  ['no data', file.replace('\r\n"DATA","P1","Bridge"', '')],
])('%s is an error', async (_, broken) => {
  expect(codes(await look('a.ags', broken))).toContain('e:damaged-structure');
});

test('groups that must be there are named', async () => {
  expect(codes(await look('a.ags', groups.slice(0, 1).join('')))).toEqual([
    'e:section-missing',
    'e:section-missing',
    'e:section-missing',
  ]);
});
