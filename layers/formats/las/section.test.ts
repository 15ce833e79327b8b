import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseItem, sectionKind } from './section.ts';

test.each([
  ['STRT.M   1670.0000 : start', { mnemonic: 'STRT', unit: 'M', value: '1670.0000', description: 'start' }],
  ['DT  .US/M  : 2 SONIC', { mnemonic: 'DT', unit: 'US/M', value: '', description: '2 SONIC' }],
  [
    'TIME. 13:45:00 : start of log',
    { mnemonic: 'TIME', unit: '', value: '13:45:00', description: 'start of log' },
  ],
  ['WELL.  A : B : C', { mnemonic: 'WELL', unit: '', value: 'A', description: 'B : C' }],
  ['RMF.[ohm m] 0.2: mud', { mnemonic: 'RMF', unit: '[ohm m]', value: '0.2', description: 'mud' }],
])('%s', (line, item) => {
  expect(parseItem(line)).toEqual(item);
});

test('a line without a dot is no item', () => {
  expect(parseItem('just words')).toBeUndefined();
});

test('any mnemonic, unit and value come back', () => {
  const word = fc.stringMatching(/^[A-Z0-9_]{1,8}$/);
  fc.assert(
    fc.property(word, word, fc.stringMatching(/^[a-z0-9 ]{0,20}$/), (mnemonic, unit, text) => {
      expect(parseItem(` ${mnemonic} .${unit}  ${text} : words`)).toEqual({
        mnemonic,
        unit,
        value: text.trim(),
        description: 'words',
      });
    }),
  );
});

test('titles of the three versions', () => {
  expect(sectionKind('~A  DEPTH GR', 2)).toBe('data');
  expect(sectionKind('~Curve Information', 2)).toBe('curve');
  expect(sectionKind('~Log_Data | Log_Definition', 3)).toBe('data');
  expect(sectionKind('~Core_Data | Core_Definition', 3)).toBe('other-data');
  expect(sectionKind('~Other', 2)).toBe('other');
});
