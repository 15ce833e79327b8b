/** A field that would change: what it says and what it would say. */
export type Change = { field: string; before?: string; after: string };
export type Difference = { outcome: 'new' | 'changed' | 'unchanged'; changes: Change[] };

const asText = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

/** What a row would do to what is stored; a field that the row leaves out stays as it is. */
export const difference = (stored: object | undefined, row: object): Difference => {
  if (stored === undefined) return { outcome: 'new', changes: [] };
  const before = new Map<string, unknown>(Object.entries(stored));
  const changes = Object.entries(row).flatMap(([field, value]): Change[] => {
    const [was, after] = [asText(before.get(field)), asText(value)];
    if (after === undefined || was === after) return [];
    return [was === undefined ? { field, after } : { field, before: was, after }];
  });
  return { outcome: changes.length > 0 ? 'changed' : 'unchanged', changes };
};
