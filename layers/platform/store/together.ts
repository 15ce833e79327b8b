type Key = { pk: string; sk: string };
type Row = Record<string, unknown>;
type Waiting = { key: Key; found: PromiseWithResolvers<Row | undefined> };
const textOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);
const keyOf = (row: Row): string => textOf({ pk: String(row['pk']), sk: String(row['sk']) });

/**
 * Gets of one row that are asked for in the same instant, as one call for many: work that looks at many things side by side then costs
 * one way to the table. One that is alone goes as it is. Both read consistently, so nobody sees a difference.
 */
export const together = (
  getOne: (key: Key) => Promise<Row | undefined>,
  getMany: (keys: Key[]) => Promise<Row[]>,
): ((key: Key) => Promise<Row | undefined>) => {
  let waiting = new Map<string, Waiting>();
  const read = async (all: Waiting[]): Promise<void> => {
    const [only] = all;
    try {
      if (all.length === 1 && only !== undefined) return only.found.resolve(await getOne(only.key));
      const rows = new Map((await getMany(all.map(({ key }) => key))).map((row) => [keyOf(row), row]));
      for (const { key, found } of all) found.resolve(rows.get(textOf(key)));
    } catch (error) {
      for (const { found } of all) found.reject(error);
    }
  };
  return (key) => {
    const text = textOf(key);
    const asked = waiting.get(text) ?? { key, found: Promise.withResolvers<Row | undefined>() };
    if (waiting.size === 0)
      setImmediate(() => {
        const all = [...waiting.values()];
        waiting = new Map();
        void read(all);
      });
    waiting.set(text, asked);
    return asked.found.promise;
  };
};
