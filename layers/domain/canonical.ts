/** What JSON can hold; undefined fields count as absent. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/**
 * JSON in one form only, after RFC 8785: names sorted by UTF-16 code units, no blanks, numbers and texts as ECMAScript writes
 * them. The same facts give the same bytes, so that a digest of them can be made again by anybody.
 * @throws RangeError for numbers that JSON has no form for.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is not in JSON`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const held = value[name];
      return held === undefined ? [] : [`${JSON.stringify(name)}:${canonicalJson(held)}`];
    });
  return `{${fields.join(',')}}`;
};
