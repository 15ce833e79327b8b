import { expect, test } from '@jest/globals';
import { codes, look } from '../testing/look.ts';
import { fitsType } from './values.ts';

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

const strict = [
  group('PROJ', ['PROJ_ID'], [['P1']]),
  group('TRAN', ['TRAN_ISNO', 'TRAN_DLIM', 'TRAN_RCON'], [['1', '|', '+']]),
  group('UNIT', ['UNIT_UNIT'], [['m'], ['yyyy-mm-dd']]),
  group(
    'TYPE',
    ['TYPE_TYPE'],
    ['X', 'ID', 'PA', '2DP', '2SF', 'DT'].map((type) => [type]),
  ),
  group(
    'ABBR',
    ['ABBR_HDNG', 'ABBR_CODE'],
    [
      ['LOCA_TYPE', 'CP'],
      ['LOCA_TYPE', 'RC'],
    ],
  ),
  [
    '"GROUP","LOCA"',
    '"HEADING","LOCA_ID","LOCA_TYPE","LOCA_GL","LOCA_STAR"',
    '"UNIT","","","m","yyyy-mm-dd"',
    '"TYPE","ID","PA","2DP","DT"',
    '"DATA","BH1","CP+RC","12.50","2024-03-01"',
  ].join('\r\n'),
  group('GEOL', ['LOCA_ID', 'GEOL_TOP'], [['BH1', '0']]),
].join('\r\n\r\n');

test('a file that keeps the rules has no finding', async () => {
  expect((await look('a.ags', strict)).problems).toEqual([]);
});

test.each([
  ['characters beyond ASCII', 'rule 1', strict.replace('"P1"', '"P°"')],
  ['a byte order mark', 'rule 1', `\uFEFF${strict}`],
  ['a value without its decimals', 'rule 8', strict.replace('12.50', '12.5')],
  ['a date in another form', 'rule 8', strict.replace('2024-03-01', '01/03/2024')],
  ['a heading nobody defines', 'rule 9', strict.replace('"PROJ_ID"', '"PROJ_AGS"')],
  ['the same hole twice', 'rule 10a', strict.replace(/("DATA","BH1","CP.*)/, '$1\r\n$1')],
  ['a hole that LOCA does not have', 'rule 10c', strict.replace('"BH1","0"', '"BH2","0"')],
  ['no sign to join codes', 'rule 11', strict.replace('"|","+"', '"|",""')],
  ['two projects', 'rule 13', strict.replace('"DATA","P1"', '"DATA","P1"\r\n"DATA","P2"')],
  ['a unit that UNIT does not have', 'rule 15', strict.replace('"UNIT","","","m"', '"UNIT","","","ft"')],
  ['a code that ABBR does not have', 'rule 16', strict.replace('CP+RC', 'CP+XX')],
  ['a type that TYPE does not have', 'rule 17', strict.replace('"TYPE","ID","PA"', '"TYPE","XN","PA"')],
  ['LOCA_ID behind', 'rule 7', strict.replace('"LOCA_ID","GEOL_TOP"', '"GEOL_TOP","LOCA_ID"')],
])('%s breaks %s', async (_, rule, broken) => {
  const { valid, problems } = await look('a.ags', broken);
  expect(valid).toBe(false);
  expect(problems.map(({ message }) => message.en).join()).toContain(
    `(${rule}`.replace('rule 13', 'rules 13'),
  );
});

test.each([
  ['0.045', '2SF', true],
  ['70.', '2SF', true],
  ['450', '2SF', true],
  ['456', '2SF', false],
  ['-1', '0DP', true],
  ['1.0', '0DP', false],
  ['1.2E-05', '1SCI', true],
  ['Y', 'YN', true],
  ['maybe', 'YN', false],
])('%s as %s: %s', (value, type, fits) => {
  expect(fitsType(value, type, '')).toBe(fits);
});

const old = [
  '"**PROJ"',
  '"*PROJ_ID","*PROJ_NAME"',
  '"P1","Bridge"',
  '',
  '"**HOLE"',
  '"*HOLE_ID",',
  '"*HOLE_NATE"',
  '"<UNITS>","m"',
  '"BH1","100"',
];

test('AGS3: groups, headings over several lines and holes', async () => {
  const { problems, metadata } = await look('a.ags', old.join('\r\n'));
  expect(problems).toEqual([]);
  expect(metadata).toMatchObject({ version: 3, groups: ['PROJ', 'HOLE'], boreholes: 1 });
  expect(codes(await look('a.ags', [...old, '"BH2","1","2"'].join('\r\n')))).toEqual(['e:damaged-structure']);
  expect(codes(await look('a.ags', [...old, 'BH2,1'].join('\r\n')))).toEqual(['e:damaged-structure']);
});
