import { compareTexts, type Item, invalid } from './values.ts';

/** The lists beside the table's own keys. */
export const lists = ['gsi1', 'gsi2', 'gsi3'] as const;
export type List = (typeof lists)[number];

type Entry = { sort: readonly string[]; item: Item };

const compareSorts = (a: readonly string[], b: readonly string[]): number => {
  for (let at = 0; at < a.length; at += 1) {
    const order = compareTexts(a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};

/** Where in a sorted list something is or would be. */
const place = (entries: readonly Entry[], sort: readonly string[]): number => {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareSorts((entries[middle] as Entry).sort, sort) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Entries of one list by partition, each sorted. */
const sortedParts = () => {
  const parts = new Map<string, Entry[]>();
  return {
    all: (): Entry[] =>
      [...parts.keys()].sort(compareTexts).flatMap((partition) => parts.get(partition) ?? []),
    of: (partition: string): readonly Entry[] => parts.get(partition) ?? [],
    put(partition: string, entry: Entry): void {
      const entries = parts.get(partition) ?? [];
      if (entries.length === 0) parts.set(partition, entries);
      const at = place(entries, entry.sort);
      const there = entries[at];
      const same = there !== undefined && compareSorts(there.sort, entry.sort) === 0;
      entries.splice(at, same ? 1 : 0, entry);
    },
    remove(partition: string, sort: readonly string[]): void {
      const entries = parts.get(partition);
      if (entries === undefined) return;
      entries.splice(place(entries, sort), 1);
      if (entries.length === 0) parts.delete(partition);
    },
  };
};

const keyText = (item: Item, name: string): string => {
  const value = item[name];
  if (value === undefined) throw invalid(`Missing the key ${name} in the item`);
  if (value.S === undefined) throw invalid(`Type mismatch for key ${name} expected: S`);
  if (value.S === '')
    throw invalid(
      `The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    );
  return value.S;
};

const listed = (item: Item, list: List): { partition: string; sort: readonly string[] } | undefined => {
  const [pk, sk] = [`${list}pk`, `${list}sk`];
  for (const name of [pk, sk]) if (item[name] !== undefined) keyText(item, name);
  if (item[pk] === undefined || item[sk] === undefined) return undefined;
  return {
    partition: keyText(item, pk),
    // Of equal sort texts the order is nobody's promise; it has to be some.
    sort: [keyText(item, sk), keyText(item, 'pk'), keyText(item, 'sk')],
  };
};

export type Key = { pk: string; sk: string };
/** The key in an item or a request; throws of what a key cannot be. */
export const keyIn = (item: Item): Key => ({ pk: keyText(item, 'pk'), sk: keyText(item, 'sk') });

/** Names of the attributes that say where a query goes on. */
export const placeNames = (list: List | undefined): readonly string[] =>
  list === undefined ? ['pk', 'sk'] : [`${list}pk`, `${list}sk`, 'pk', 'sk'];

/** The items of one table and its lists, in memory. Items are never changed in place. */
export const openShelf = () => {
  const own = sortedParts();
  const beside = Object.fromEntries(lists.map((list) => [list, sortedParts()])) as Record<
    List,
    ReturnType<typeof sortedParts>
  >;
  const get = ({ pk, sk }: Key): Item | undefined => {
    const entries = own.of(pk);
    const found = entries[place(entries, [sk])];
    return found?.sort[0] === sk ? found.item : undefined;
  };
  const remove = (key: Key): void => {
    const was = get(key);
    if (was === undefined) return;
    own.remove(key.pk, [key.sk]);
    for (const list of lists) {
      const there = listed(was, list);
      if (there !== undefined) beside[list].remove(there.partition, there.sort);
    }
  };
  return {
    get,
    remove,
    put(item: Item): void {
      const key = keyIn(item);
      const places = lists.map((list) => [list, listed(item, list)] as const);
      remove(key);
      own.put(key.pk, { sort: [key.sk], item });
      for (const [list, there] of places)
        if (there !== undefined) beside[list].put(there.partition, { sort: there.sort, item });
    },
    /** Throws of an item whose keys or list keys no table takes. */
    check(item: Item): void {
      keyIn(item);
      for (const list of lists) listed(item, list);
    },
    /** A partition in the order of its sort texts or against it, from after the place where an earlier page ended. */
    *partition(of: { list?: List; partition: string; start?: Item; forward: boolean }): Generator<Item> {
      const entries = (of.list === undefined ? own : beside[of.list]).of(of.partition);
      const step = of.forward ? 1 : -1;
      let at = of.forward ? 0 : entries.length - 1;
      if (of.start !== undefined) {
        const { start } = of;
        const sort = placeNames(of.list)
          .slice(1)
          .map((name) => keyText(start, name));
        at = place(entries, sort);
        const there = entries[at];
        const isThere = there !== undefined && compareSorts(there.sort, sort) === 0;
        if (!of.forward) at -= 1;
        else if (isThere) at += 1;
      }
      for (let entry = entries[at]; entry !== undefined; entry = entries[at]) {
        yield entry.item;
        at += step;
      }
    },
    /** Everything, in the same order each time; DynamoDB promises none. */
    every: (): Item[] => own.all().map(({ item }) => item),
  };
};
export type Shelf = ReturnType<typeof openShelf>;
