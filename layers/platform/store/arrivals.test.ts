import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { startTestTables, type TestTables } from '../testing/table.ts';
import { arrivals } from './arrivals.ts';
import type { Table } from './table.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let table: Table;
let now = new Date('2026-11-22T02:00:00.000Z');
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  table = await tables.fresh();
});
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
const of = () => arrivals(table, () => now);
const note = async (series: string, ...numbers: number[]) => {
  for (const number of numbers) await of().note(series, number);
};

describe('bundles that came', () => {
  test('without a gap, in whatever order and however often, miss nothing', async () => {
    await note('door-1 NGA', 3, 1, 2, 2);
    expect(await of().missing(0)).toEqual([]);
  });
  test('nothing at all misses nothing', async () => {
    expect(await of().missing(0)).toEqual([]);
  });
  test('with a gap miss it once the time of grace is over, and no longer than it lasts', async () => {
    await note('door-1 NGA', 1, 2, 4, 7);
    await note('door-2', 2);
    expect(await of().missing(20)).toEqual([]);
    later(19);
    expect(await of().missing(20)).toEqual([]);
    later(2);
    expect(await of().missing(20)).toEqual(['door-1 NGA 3', 'door-1 NGA 5', 'door-1 NGA 6', 'door-2 1']);
    await note('door-1 NGA', 3, 6);
    await note('door-2', 1);
    expect(await of().missing(20)).toEqual(['door-1 NGA 5']);
  });
  test('have each their own time: a gap that shows later waits as long', async () => {
    await note('door-2', 2);
    await of().missing(20);
    later(21);
    await note('door-2', 4);
    expect(await of().missing(20)).toEqual(['door-2 1']);
    later(21);
    expect(await of().missing(20)).toEqual(['door-2 1', 'door-2 3']);
  });
  test('over several rows', async () => {
    await note('door-2', ...Array.from({ length: 40 }, (_, at) => 980 + at));
    expect(await of().missing(0)).toHaveLength(979);
  });
  test('are missed exactly where they are missing', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(numbers, async (came) => {
        table = await tables.fresh();
        await note('s', ...came);
        const all = Array.from({ length: Math.max(...came) }, (_, at) => at + 1);
        expect(await of().missing(0)).toEqual(all.filter((n) => !came.includes(n)).map((n) => `s ${n}`));
      }),
      { numRuns: 8 },
    );
  });
});
