import { expect, test } from '@jest/globals';
import { inParallel } from './parallel.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('every item once, so many at a time', async () => {
  let running = 0;
  let most = 0;
  const seen: number[] = [];
  const items = Array.from({ length: 25 }, (_, at) => at);
  await inParallel(items, 4, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await pause(item % 3);
    seen.push(item);
    running -= 1;
  });
  expect(seen.sort((a, b) => a - b)).toEqual(items);
  expect(most).toBe(4);
});

test('nothing to do is done', async () => {
  await expect(inParallel([], 4, () => Promise.reject(new Error('called')))).resolves.toBeUndefined();
});

test('a failure is told', async () => {
  await expect(
    inParallel([1, 2, 3], 2, (item) => (item === 2 ? Promise.reject(new Error('two')) : Promise.resolve())),
  ).rejects.toThrow('two');
});
