import { expect, test } from '@jest/globals';
import { curveRows, lasOf } from './take-log.ts';

const curve = (mnemonic: string, sha256: string) => ({ mnemonic, unit: '', sha256, samples: 2 });
const log = {
  ...{ id: 'a', file: 'a.las', format: 'las', indexUnit: 'M', parameters: [] },
  index: curve('DEPT', 'd'),
  curves: [curve('GR', 'g'), curve('GR2', 'g')],
};
const kept: Record<string, number[]> = { d: [1, 2, 3], g: [5, Number.NaN] };
const asked: string[] = [];
const read = async (sha256: string) => {
  asked.push(sha256);
  return new Uint8Array(Float64Array.from(kept[sha256] ?? []).buffer);
};

test('a log is written from curves that are each read once', async () => {
  const las = await lasOf(log, { hole: 'ZK1', holeType: 'geological' }, read);
  expect(las.split('\r\n').slice(-4)).toEqual(['1 5 5', '2 -999.25 -999.25', '3 -999.25 -999.25', '']);
  expect(asked.toSorted()).toEqual(['d', 'g']);
});

test('a curve alone has its depths, and nothing where nothing was measured', async () => {
  expect(await curveRows(log, curve('GR', 'g'), read)).toEqual([
    { depth: '1', value: '5' },
    { depth: '2', value: '' },
    { depth: '3', value: '' },
  ]);
});
