import { gunzipSync } from 'node:zlib';
import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import { expect, test } from '@jest/globals';
import { batchesOf, bytesOf, packedCurve, tooLarge } from './batches.ts';

const hole = (n: number, project = ''): HoleInput => ({
  header: { hole: `ZK${n}`, holeType: 'geological', ...(project === '' ? {} : { project }) },
});

test('batches hold at most a hundred holes, in their order', () => {
  const holes = Array.from({ length: 250 }, (_, n) => hole(n));
  const batches = batchesOf(holes);
  expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(batches.flat()).toEqual(holes);
  expect(batchesOf([])).toEqual([]);
});

test('batches hold at most so many bytes; a larger hole goes alone', () => {
  const large = hole(2, 'x'.repeat(500));
  const most = bytesOf(hole(1)) * 3;
  const batches = batchesOf([hole(0), hole(1), large, hole(3), hole(4), hole(5), hole(6)], most);
  expect(batches.map(({ length }) => length)).toEqual([2, 1, 3, 1]);
});

test('bytes are counted, not letters', () => {
  expect(tooLarge([hole(1), hole(2, 'x'.repeat(100))], 100)).toHaveLength(1);
  expect(bytesOf(hole(0, '矿'))).toBe(bytesOf(hole(0, 'xxx')));
});

test('a curve is packed as little-endian floats', async () => {
  const values = Float64Array.of(1.5, Number.NaN, -2);
  const bytes = gunzipSync(Buffer.from(await packedCurve(values), 'base64'));
  expect(bytes).toEqual(Buffer.from(values.buffer));
  const long = new Float64Array(200_000).map((_, at) => Math.sin(at));
  expect(gunzipSync(Buffer.from(await packedCurve(long), 'base64')).length).toBe(1_600_000);
});
