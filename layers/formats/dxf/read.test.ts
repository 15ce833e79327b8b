import { expect, test } from '@jest/globals';
import { codes, look } from '../testing/look.ts';

const drawing = [
  [0, 'SECTION'],
  [2, 'HEADER'],
  [9, '$ACADVER'],
  [1, 'AC1015'],
  [0, 'ENDSEC'],
  [0, 'SECTION'],
  [2, 'ENTITIES'],
  [0, 'POINT'],
  [5, '2A'],
  [10, '1.5'],
  [20, '-2'],
  [0, 'ENDSEC'],
  [0, 'EOF'],
]
  .map(([code, value]) => `${String(code).padStart(3)}\r\n${value}\r\n`)
  .join('');

test('version, sections and entities of a drawing', async () => {
  expect(await look('a.dxf', drawing)).toMatchObject({
    valid: true,
    problems: [],
    format: { id: 'dxf', puid: 'fmt/78' },
    metadata: { version: 'AC1015', sections: ['HEADER', 'ENTITIES'], entities: 1 },
  });
});

test.each([
  ['no number where one must be', drawing.replace('1.5', 'abc'), 'e:damaged-structure'],
  ['no group code', drawing.replace(' 10', 'abc'), 'e:damaged-structure'],
  ['text behind the end', `${drawing}more\r\n`, 'e:damaged-structure'],
  ['no end', drawing.replace('EOF\r\n', ''), 'e:truncated'],
  ['an empty handle', drawing.replace('2A', ''), 'w:odd-structure'],
])('%s is a finding', async (_, broken, code) => {
  expect(codes(await look('a.dxf', broken))).toContain(code);
});
