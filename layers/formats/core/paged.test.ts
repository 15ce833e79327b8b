import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesSource } from '../sources.ts';
import { paged } from './paged.ts';

const content = Buffer.from(Array.from({ length: 400_000 }, (_, i) => (i * 7 + (i >> 8)) & 0xff));

test('reads the same bytes as the source, whatever the range', async () => {
  const source = paged(bytesSource('x', content));
  await fc.assert(
    fc.asyncProperty(fc.nat(420_000), fc.nat(300_000), async (offset, length) => {
      expect(
        Buffer.compare(await source.read(offset, length), content.subarray(offset, offset + length)),
      ).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('small reads near each other cost one read of the source', async () => {
  let reads = 0;
  const plain = bytesSource('x', content);
  const read: typeof plain.read = (offset, length) => {
    reads++;
    return plain.read(offset, length);
  };
  const source = paged({ ...plain, read });
  for (let at = 0; at < 60_000; at += 100) await source.read(at, 8);
  expect(reads).toBe(1);
});
