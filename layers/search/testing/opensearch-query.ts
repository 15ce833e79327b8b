import * as z from 'zod';

/** A document as it was sent, or a query. */
export const Source = z.record(z.string(), z.unknown());
export type Source = z.infer<typeof Source>;

const Clauses = z.array(Source);
const Bool = z.strictObject({
  must: Clauses.default([]),
  filter: Clauses.default([]),
  should: Clauses.default([]),
  must_not: Clauses.default([]),
  minimum_should_match: z.literal(1).optional(),
});
const field = z.string();
const Term = z.tuple([z.tuple([field, z.union([z.string(), z.boolean()])])]);
const Terms = z.tuple([z.tuple([field, z.array(z.string())])]);
const Text = z.tuple([z.tuple([field, z.string()])]);
const Prefix = z.tuple([z.tuple([field, z.strictObject({ query: z.string(), max_expansions: z.number() })])]);
const limit = z.number().optional();
const Range = z.tuple([z.tuple([field, z.strictObject({ gte: limit, lte: limit, lt: limit })])]);
const entries = (query: unknown) => Object.entries(Source.parse(query));

const lookUp = (source: Source, path: string): unknown[] => {
  if (path === 'anywhere') return Object.values(Source.parse(source['text'] ?? {})).flat();
  let found: unknown = source;
  for (const step of path.split('.')) found = Source.safeParse(found).data?.[step];
  return found === undefined ? [] : [found].flat();
};

/** What was looked up of a document is kept as long as the document. */
const remembered = <T>(make: (source: Source, path: string) => T) => {
  const known = new WeakMap<Source, Map<string, T>>();
  return (source: Source, path: string): T => {
    const paths = known.get(source) ?? new Map<string, T>();
    known.set(source, paths);
    const value = paths.get(path) ?? make(source, path);
    paths.set(path, value);
    return value;
  };
};
const valuesAt = remembered(lookUp);

/** Texts are split at spaces, as the analyzer `whitespace` does; other fields are one value. */
const tokensAt = remembered((source, path): unknown[][] =>
  valuesAt(source, path).map((value) =>
    path === 'anywhere' || path.startsWith('text.') ? String(value).split(' ') : [value],
  ),
);

const hasPhrase = (source: Source, path: string, phrase: string, prefix: boolean): boolean => {
  const wanted = phrase.split(' ');
  return tokensAt(source, path).some((tokens) =>
    tokens.some((_, from) =>
      wanted.every((word, at) => {
        const token = tokens[from + at];
        return prefix && at === wanted.length - 1 ? String(token ?? '').startsWith(word) : token === word;
      }),
    ),
  );
};

/** Gives the score of a document, or undefined where it does not match. */
export type Matcher = (source: Source) => number | undefined;
const when =
  (matches: (source: Source) => boolean): Matcher =>
  (source) =>
    matches(source) ? 1 : undefined;

const bool = (query: unknown): Matcher => {
  const parts = Bool.parse(query);
  const must = parts.must.map(matcher);
  const filter = parts.filter.map(matcher);
  const should = parts.should.map(matcher);
  const without = parts.must_not.map(matcher);
  return (source) => {
    const meets = (each: Matcher) => each(source) !== undefined;
    if (!filter.every(meets) || without.some(meets)) return undefined;
    if (should.length > 0 && !should.some(meets)) return undefined;
    let score = 0;
    for (const each of must) {
      const more = each(source);
      if (more === undefined) return undefined;
      score += more;
    }
    return score;
  };
};

const kinds: Record<string, (query: unknown) => Matcher> = {
  bool,
  match_none: () => () => undefined,
  dis_max: (query) => {
    const queries = z.strictObject({ queries: Clauses }).parse(query).queries.map(matcher);
    return (source) => {
      const scores = queries.map((each) => each(source)).filter((score) => score !== undefined);
      return scores.length === 0 ? undefined : Math.max(...scores);
    };
  },
  constant_score: (query) => {
    const { filter, boost } = z.strictObject({ filter: Source, boost: z.number() }).parse(query);
    const met = matcher(filter);
    return (source) => (met(source) === undefined ? undefined : boost);
  },
  term: (query) => {
    const [[path, value]] = Term.parse(entries(query));
    return when((source) => tokensAt(source, path).some((tokens) => tokens.includes(value)));
  },
  terms: (query) => {
    const [[path, values]] = Terms.parse(entries(query));
    return when((source) => valuesAt(source, path).some((value) => values.includes(String(value))));
  },
  exists: (query) => {
    const { field: path } = z.strictObject({ field }).parse(query);
    return when((source) => valuesAt(source, path).length > 0);
  },
  range: (query) => {
    const [[path, { gte = -Infinity, lte = Infinity, lt = Infinity }]] = Range.parse(entries(query));
    const inside = (value: unknown) =>
      typeof value === 'number' && value >= gte && value <= lte && value < lt;
    return when((source) => valuesAt(source, path).some(inside));
  },
  prefix: (query) => {
    const [[path, value]] = Text.parse(entries(query));
    return when((source) => hasPhrase(source, path, value, true));
  },
  match_phrase: (query) => {
    const [[path, value]] = Text.parse(entries(query));
    return when((source) => hasPhrase(source, path, value, false));
  },
  match_phrase_prefix: (query) => {
    const [[path, { query: value }]] = Prefix.parse(entries(query));
    return when((source) => hasPhrase(source, path, value, true));
  },
};

/** Understands a query of the few kinds that we send. Throws for any other kind. */
export function matcher(query: Source): Matcher {
  const [[kind, body] = ['', undefined], ...more] = Object.entries(query);
  const make = kinds[kind];
  if (make === undefined || more.length > 0) throw new Error(`No such query: ${Object.keys(query).join()}`);
  return make(body);
}

/** Values of a field, as aggregations count them. */
export const bucketsOf = (sources: readonly Source[], path: string, size: number) => {
  const counts = new Map<string, number>();
  for (const source of sources)
    for (const value of new Set(valuesAt(source, path).map(String)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, size)
    .map(([key, doc_count]) => ({ key, doc_count }));
};
