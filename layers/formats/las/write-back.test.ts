import type { Log } from '@geoarchive/domain/subsurface/hole.ts';
import { curveValues, writeLas } from '@geoarchive/domain/subsurface/write-las.ts';
import { describe, expect, test } from '@jest/globals';
import { look } from '../testing/look.ts';

const curve = (mnemonic: string, sha256: string, more: { unit?: string; description?: string } = {}) => ({
  ...{ mnemonic, unit: '', sha256, samples: 3 },
  ...more,
});
const log: Log = {
  ...{ id: 'a', file: 'a.las', format: 'las', indexUnit: 'FT' },
  index: curve('DEPT', 'depth', { unit: 'm' }),
  curves: [
    curve('GR', 'gamma', { unit: 'API', description: '自然伽马: main\npass' }),
    curve('GR', 'gamma2', { unit: 'API' }),
    curve('R.T 1', 'short', { unit: 'ohm m' }),
  ],
  parameters: [
    { mnemonic: 'BHT', unit: 'DEGC', value: '85.5', description: 'bottom hole temperature' },
    { mnemonic: 'NULL', unit: '', value: '-1', description: 'of the old file' },
    { mnemonic: 'TIME', unit: '', value: '13:45', description: 'logged at' },
  ],
};
const kept: Record<string, Float64Array> = {
  depth: Float64Array.of(100, 100.125, 100.25),
  gamma: Float64Array.of(80.123456789, Number.NaN, -999.25),
  gamma2: Float64Array.of(1e-9, 2, 3),
  short: Float64Array.of(7),
};
const values = (sha256: string) => kept[sha256] ?? new Float64Array();
const write = (of: Log = log) =>
  [...writeLas(of, { hole: 'ZK01', holeType: 'oil-gas', block: '某区块' }, values)].join('');

describe('a log written as LAS 2.0', () => {
  test('is read again with the same curves, range and rows, without a fault', async () => {
    const found = await look('a.las', write());
    expect(found).toMatchObject({ valid: true, problems: [], format: { id: 'las' } });
    expect(found.metadata).toMatchObject({
      ...{ version: '2.0', wellName: 'ZK01', start: 100, stop: 100.25, step: 0.125, indexUnit: 'M', rows: 3 },
      // The usual null is a value here, so another stands for nothing.
      null: -9999,
    });
    expect(found.metadata['curves']).toEqual([
      { mnemonic: 'DEPT', unit: 'M', description: 'DEPTH' },
      { mnemonic: 'GR', unit: 'API', description: '自然伽马: main pass' },
      { mnemonic: 'GR_2', unit: 'API', description: '' },
      { mnemonic: 'R_T_1', unit: 'ohm_m', description: '' },
    ]);
  });

  test('keeps every digit, and says nothing where nothing was measured or a curve is shorter', () => {
    const [, data = ''] = write().split(/~A .*\r\n/);
    expect(data.trim().split('\r\n')).toEqual([
      '100 80.123456789 1e-9 7',
      '100.125 -9999 2 -9999',
      '100.25 -999.25 3 -9999',
    ]);
    expect(write()).toContain('BHT.DEGC 85.5 : bottom hole temperature');
    expect(write()).not.toContain('of the old file');
  });

  test('a step that is not constant is 0, and a log without values is still a file', async () => {
    kept['depth'] = Float64Array.of(1, 2, 4);
    expect((await look('a.las', write())).metadata).toMatchObject({ step: 0 });
    expect(write({ ...log, index: curve('DEPT', 'none'), curves: [] })).toContain('~A DEPT');
  });
});

test('values of a curve are read whatever the place in the memory they came in', () => {
  const bytes = new Uint8Array(8 * 2 + 3);
  bytes.set(new Uint8Array(Float64Array.of(1.5, Number.NaN).buffer), 3);
  expect([...curveValues(bytes.subarray(3))]).toEqual([1.5, Number.NaN]);
});
