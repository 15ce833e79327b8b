import { expect, test } from '@jest/globals';
import { encode } from 'iconv-lite';
import { codes, look } from '../testing/look.ts';

const las = (data = '100.0 1.5 2.5\n100.5 1.6 2.6\n101.0 1.7 -999.25\n', more = '') => `~Version
VERS.   2.0 : CWLS LAS 2.0
WRAP.   NO  : one line per step
~Well
STRT.M  100.0 : start
STOP.M  101.0 : stop
STEP.M  0.5   : step
NULL.   -999.25 : null
WELL.   钻孔ZK01 : well name
COMP.   某地质队 : company
LATI.DEG 39.5 : latitude
LONG.DEG 116°30'00"E : longitude
${more}~Curve
DEPT.M : depth
GR.GAPI 00 : gamma ray
RES.OHMM : resistivity
~ASCII
${data}`;

test('reads well, curves, range and rows of LAS 2.0', async () => {
  const found = await look('a.las', las());
  expect(found).toMatchObject({ valid: true, problems: [], format: { id: 'las' } });
  expect(found.metadata).toMatchObject({
    version: '2.0',
    title: '钻孔ZK01',
    company: '某地质队',
    start: 100,
    stop: 101,
    step: 0.5,
    indexUnit: 'M',
    null: -999.25,
    rows: 3,
    bbox: [116.5, 39.5, 116.5, 39.5],
  });
  expect(found.metadata['curves']).toEqual([
    { mnemonic: 'DEPT', unit: 'M', description: 'depth' },
    { mnemonic: 'GR', unit: 'GAPI', description: 'gamma ray' },
    { mnemonic: 'RES', unit: 'OHMM', description: 'resistivity' },
  ]);
});

test('reads a header in GBK', async () => {
  const found = await look('a.las', encode(las(), 'gbk'));
  expect(found.metadata).toMatchObject({ encoding: 'GBK', wellName: '钻孔ZK01', company: '某地质队' });
});

test('in LAS 1.2 the words stand behind the colon', async () => {
  const old = las()
    .replace('VERS.   2.0', 'VERS.   1.2')
    .replace('WELL.   钻孔ZK01 : well name', 'WELL.   WELL : ANY WELL #12');
  expect((await look('a.las', old)).metadata['wellName']).toBe('ANY WELL #12');
});

test('rows with too few values are an error that says where', async () => {
  const found = await look('a.las', las('100.0 1.5 2.5\n100.5 1.6\n101.0 1.7 2.7\n'));
  expect(found.valid).toBe(false);
  expect(found.problems).toMatchObject([{ code: 'column-count', at: '~ASCII row 2' }]);
});

test('a decimal comma is an error, a word for an absent value a warning', async () => {
  expect(codes(await look('a.las', las('100.0 1,5 2.5\n101.0 1.6 2.5\n')))).toEqual(['e:value-not-number']);
  expect(codes(await look('a.las', las('100.0 null 2.5\n101.0 1.6 2.5\n')))).toEqual(['w:value-not-number']);
});

test('wrapped data count rows by curves', async () => {
  const wrapped = las('100.0\n1.5 2.5\n100.5\n1.6 2.6\n101.0\n1.7\n2.7\n').replace(
    'WRAP.   NO',
    'WRAP.   YES',
  );
  expect(await look('a.las', wrapped)).toMatchObject({ valid: true, metadata: { rows: 3, wrapped: true } });
  const cut = wrapped.replace('2.7\n', '');
  expect(codes(await look('a.las', cut))).toContain('e:column-count');
});

test('missing sections and items are named', async () => {
  const found = await look('a.las', '~Version\nVERS. 2.0:\nWRAP. NO:\n~Well\nSTRT.M 1:\n');
  const said = found.problems.map(({ message }) => message.en).join(' ');
  for (const name of ['~Curve', '~ASCII', 'STOP', 'NULL', 'WELL']) expect(said).toContain(name);
  expect(found.valid).toBe(false);
});

test('a header that disagrees with the data is a warning', async () => {
  const found = await look('a.las', las('100.0 1 2\n150.0 1 2\n'));
  expect(found).toMatchObject({ valid: true, problems: [{ code: 'values-disagree' }] });
});

test('LAS 3.0 with comma and sections of its own', async () => {
  const text = `~Version
VERS. 3.0 : CWLS LAS 3.0
WRAP. NO :
DLM. COMMA :
~Well
STRT.M 1 :
STOP.M 2 :
STEP.M 1 :
NULL. -999 :
WELL. W1 :
~Log_Definition
DEPT.M : depth {F}
NOTE. : note {S}
~Core_Definition
TOP.M : {F}
~Core_Data | Core_Definition
1.5
~Log_Data | Log_Definition
1,hard rock
2,soft
`;
  expect(await look('a.las', text)).toMatchObject({
    valid: true,
    problems: [],
    metadata: { rows: 2, curveCount: 2 },
  });
});
