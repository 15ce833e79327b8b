import { expect, jest, test } from '@jest/globals';
import { benchSearch } from './bench.ts';
import { QUESTIONS } from './testing/questions.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

test('the measuring itself works', async () => {
  const figures = await benchSearch(300, 1);
  expect(figures.questions.map(({ name }) => name)).toEqual(Object.keys(QUESTIONS));
  expect(figures.questions[0]?.found).toBe(300);
  expect(figures.storedBytes).toBeGreaterThan(10_000);
  expect(figures.p95Milliseconds).toBeGreaterThanOrEqual(figures.p50Milliseconds);
});
