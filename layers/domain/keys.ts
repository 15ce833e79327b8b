/** The keys of a table that is written down, as their own type: none but those stand in it. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => {
  const found: K[] = [];
  for (const key in table) found.push(key);
  return found;
};
