import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLimiter } from './limiter.ts';

const soon = () => new Promise<void>((done) => setImmediate(done));

test('never more than allowed at once, and everything runs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 30 }), async (most, count) => {
      const limit = createLimiter(most);
      let now = 0;
      let peak = 0;
      const results = await Promise.all(
        Array.from({ length: count }, (_, n) =>
          limit(async () => {
            peak = Math.max(peak, ++now);
            await soon();
            now--;
            return n;
          }),
        ),
      );
      expect(results).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(peak).toBe(Math.min(most, count));
    }),
    { numRuns: 40 },
  );
});

test('a failing task gives its place back', async () => {
  const limit = createLimiter(1);
  await expect(limit(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(await limit(async () => 1)).toBe(1);
});
