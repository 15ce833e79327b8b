import type { Position } from '../cursor.ts';
import type { Sort } from '../query.ts';
import { type Columns, NO_DAY } from './columns.ts';

type Key = { of: (slot: number) => number | string | null; descending: boolean };

/** A total order of slots: the id decides at last. */
export type Order = {
  /** The position a page ends at with this slot. */
  positionOf(slot: number): Position;
  /** Negative when slot a stands before a position. */
  compare(slot: number, position: Position): number;
};

/** What is not known stands last in either direction. */
const compareKey = (a: number | string | null, b: number | string | null, descending: boolean): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b !== descending ? -1 : 1;
};

export const orderOf = (sort: Sort, columns: Columns, scoreOf: (slot: number) => number): Order => {
  const day = (days: Int32Array) => (slot: number) => {
    const value = days[slot] ?? NO_DAY;
    return value === NO_DAY ? null : value;
  };
  const descending = sort.endsWith('-desc');
  const main: Record<Sort, Key[]> = {
    relevance: [
      { of: scoreOf, descending: true },
      { of: day(columns.published), descending: true },
    ],
    'published-desc': [{ of: day(columns.published), descending }],
    'published-asc': [{ of: day(columns.published), descending }],
    'formed-desc': [{ of: day(columns.formed), descending }],
    'formed-asc': [{ of: day(columns.formed), descending }],
    'number-desc': [{ of: (slot) => columns.numbers[slot] ?? '', descending }],
    'number-asc': [{ of: (slot) => columns.numbers[slot] ?? '', descending }],
  };
  const keys: Key[] = [...main[sort], { of: (slot) => columns.ids[slot] ?? '', descending: false }];
  return {
    positionOf: (slot) => keys.map((key) => key.of(slot)),
    compare(slot, position) {
      // Runs for every hit: a counter, because an iterator makes an object for each step.
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        const result = key ? compareKey(key.of(slot), position[i] ?? null, key.descending) : 0;
        if (result !== 0) return result;
      }
      return 0;
    },
  };
};
