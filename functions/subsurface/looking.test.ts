import { expect, test } from '@jest/globals';
import { reachOver } from './looking.ts';

const curve = (mnemonic: string, top?: number, base?: number) => ({ mnemonic, unit: '', top, base });
const logs = [
  { id: 'a', file: 'a.las', curves: [curve('GR', 100, 2000), curve('AC', 900, 1900), curve('SP')] },
  { id: 'b', file: 'b.las', curves: [curve('den', 1000, 1800), curve('GR', 1900, 2500)] },
];

test.each([
  ['all three between these depths', { curve: ['GR', 'DEN', 'AC'], curveFrom: 1000, curveTo: 1800 }, true],
  ['one of them begins too deep', { curve: ['GR', 'DEN'], curveFrom: 950, curveTo: 1800 }, false],
  ['one of them ends too early', { curve: ['AC'], curveFrom: 950, curveTo: 1950 }, false],
  ['a depth alone', { curve: ['den'], curveFrom: 1500 }, true],
  ['to a depth alone', { curve: ['den'], curveTo: 1801 }, false],
  ['a curve without a value', { curve: ['SP'], curveFrom: 100 }, false],
  ['another log reaches there', { curve: ['GR'], curveFrom: 2200, curveTo: 2500 }, true],
  ['no depths asked for', { curve: ['XX'] }, true],
  ['depths without a curve', { curveFrom: 1, curveTo: 2 }, true],
])('%s', (_, asked, expected) => expect(reachOver(asked)(logs)).toBe(expected));
