import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Order } from './order.ts';
import { pageCollector } from './page.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

const byNumber = (keys: number[]): Order => ({
  positionOf: (slot) => [keys[slot] ?? 0, slot],
  compare: (slot, [key, other]) => (keys[slot] ?? 0) - Number(key) || slot - Number(other),
});

describe('pageCollector', () => {
  test('keeps the first ones after a position, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 50 }),
        fc.integer({ min: 1, max: 10 }),
        fc.option(fc.nat(49), { nil: undefined }),
        (keys, limit, start) => {
          const order = byNumber(keys);
          const after = start === undefined ? undefined : order.positionOf(start);
          const page = pageCollector(order, limit, after);
          for (const slot of keys.keys()) page.offer(slot);
          const all = [...keys.keys()].sort((a, b) => order.compare(a, order.positionOf(b)));
          const wanted = all
            .filter((slot) => after === undefined || order.compare(slot, after) > 0)
            .slice(0, limit);
          expect(page.entries().map(({ slot }) => slot)).toEqual(wanted);
        },
      ),
    );
  });
});
