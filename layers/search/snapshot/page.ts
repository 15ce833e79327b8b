import type { Position } from '../cursor.ts';
import type { Order } from './order.ts';

type Entry = { slot: number; position: Position };

/** Keeps, of all slots shown to it, the first `limit` that come after a position. */
export const pageCollector = (order: Order, limit: number, after: Position | undefined) => {
  const kept: Entry[] = [];
  return {
    offer(slot: number): void {
      const last = kept.at(-1);
      if (kept.length >= limit && (!last || order.compare(slot, last.position) > 0)) return;
      if (after && order.compare(slot, after) <= 0) return;
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const there = kept[middle];
        if (there && order.compare(slot, there.position) > 0) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, { slot, position: order.positionOf(slot) });
      if (kept.length > limit) kept.pop();
    },
    /** The entries in their order. */
    entries: (): readonly Entry[] => kept,
  };
};
