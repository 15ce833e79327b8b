import * as z from 'zod';

/** Event patterns of `FilterCriteria`: nested objects whose leaves are lists of what may stand there. */
const operator = z.strictObject({
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  exists: z.boolean().optional(),
  'anything-but': z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]).optional(),
  'equals-ignore-case': z.string().optional(),
});
const leaf = z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), operator]));
export type Pattern = { [key: string]: z.infer<typeof leaf> | Pattern };
const pattern: z.ZodType<Pattern> = z.lazy(() => z.record(z.string(), z.union([leaf, pattern])));

/** Reads a pattern; an operator it does not know is an error. */
export const parsePattern = (json: string): Pattern => pattern.parse(JSON.parse(json));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function fitsOne(wanted: z.infer<typeof leaf>[number], value: unknown): boolean {
  if (!isRecord(wanted)) return value === wanted;
  const text = typeof value === 'string' ? value : undefined;
  const but = wanted['anything-but'];
  return (
    (wanted.exists === undefined || wanted.exists === (value !== undefined)) &&
    (wanted.prefix === undefined || text?.startsWith(wanted.prefix) === true) &&
    (wanted.suffix === undefined || text?.endsWith(wanted.suffix) === true) &&
    (wanted['equals-ignore-case'] === undefined ||
      text?.toLowerCase() === wanted['equals-ignore-case'].toLowerCase()) &&
    (but === undefined || (value !== undefined && ![but].flat().some((b) => b === value)))
  );
}

/** True when every key of the pattern finds a value that fits one of its choices. */
export function fits(wanted: Pattern, value: unknown): boolean {
  return Object.entries(wanted).every(([key, choices]) => {
    const found = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (!Array.isArray(choices)) return fits(choices, found);
    const values = Array.isArray(found) ? found : [found];
    return values.some((v) => choices.some((choice) => fitsOne(choice, v)));
  });
}
