import type { Write } from './table.ts';

/**
 * Says of one group of writes after another whether it touches no item that those before it do, and remembers it then: two writes of one
 * item in a transaction are refused by the table whole.
 */
export const apart = (): ((writes: readonly Write[]) => boolean) => {
  const taken = new Set<string>();
  return (writes) => {
    const keys = writes.flatMap(({ Put, Update, Delete, ConditionCheck }) => {
      const key = Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key;
      return key === undefined ? [] : [JSON.stringify([key['pk'], key['sk']])];
    });
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  };
};
