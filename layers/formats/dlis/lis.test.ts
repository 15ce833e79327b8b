import { expect, test } from '@jest/globals';
import { bytes } from '../testing/build.ts';
import { codes, look } from '../testing/look.ts';

const record = (more: boolean, data: string) =>
  Buffer.concat([Buffer.from([0, data.length + 4, 0, more ? 1 : 0]), Buffer.from(data)]);

test('LIS: physical records one after the other', async () => {
  const file = Buffer.concat([record(true, 'a first'), record(false, 'and last'), Buffer.alloc(8)]);
  expect(await look('a.lis', file)).toMatchObject({ valid: true, metadata: { records: 2 } });
  expect(codes(await look('a.lis', file.subarray(0, 15)))).toContain('e:truncated');
  expect(codes(await look('a.lis', record(true, 'a first')))).toContain('e:truncated');
});

const tape = (...marks: [number, number, number, string?][]) =>
  Buffer.concat(marks.map(([type, before, next, data = '']) => bytes({ u32: [type, before, next] }, data)));

test('tape images: marks name the one before and the one behind', async () => {
  const data = 'x'.repeat(20);
  const good = tape([0, 0, 32, data], [1, 0, 44], [1, 32, 56]);
  expect(await look('a.lis', good)).toMatchObject({ valid: true, metadata: { blocks: 1 } });
  expect(codes(await look('a.lis', tape([0, 0, 32, data], [1, 7, 44])))).toEqual(['e:damaged-structure']);
  expect(codes(await look('a.lis', good.subarray(0, 25)))).toEqual(['e:truncated']);
});
