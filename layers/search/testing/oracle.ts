import { type Phrase, tokens } from '../analyse.ts';
import {
  BREAK,
  TERM_FIELDS,
  TEXT_FIELDS,
  type TermField,
  type TextField,
  termsOf,
  textsOf,
} from '../fields.ts';
import { type Clause, parseText } from '../parse.ts';
import type { Facet, VisibleQuery } from '../query.ts';
import type { SearchRecord } from '../record.ts';
import { tiersOf } from '../score.ts';

/** What both engines must answer, in the plainest form: every record is looked at with every condition. */
export type Expected = { hits: { id: string; score: number }[]; facets: Partial<Record<TermField, Facet[]>> };

const known = new Map<string, string[]>();
const tokensOf = (part: string): string[] => {
  const found = known.get(part) ?? tokens(part);
  known.set(part, found);
  return found;
};

const hasPhrase = (part: string, { tokens: wanted, prefix }: Phrase): boolean => {
  const all = tokensOf(part);
  return all.some((_, at) =>
    wanted.every((token, i) =>
      prefix && i === wanted.length - 1 ? all[at + i]?.startsWith(token) : all[at + i] === token,
    ),
  );
};

const meets = (record: SearchRecord, clause: Clause, field: TextField | undefined): boolean => {
  const texts = textsOf(record);
  const parts = (field === undefined ? TEXT_FIELDS : [field]).flatMap((f) => texts[f].split(BREAK));
  return clause.groups.every((group) =>
    group.some((phrase) => parts.some((part) => hasPhrase(part, phrase))),
  );
};

/** 0 when a clause is not met. */
const scoreOf = (record: SearchRecord, clauses: Clause[]): number => {
  let score = 1;
  for (const clause of clauses) {
    const tiers = tiersOf(clause);
    const met = tiers.filter(({ field }) => meets(record, clause, field));
    if (clause.without !== (met.length === 0)) return 0;
    if (!clause.without) score += Math.max(...met.map(({ weight }) => weight));
  }
  return score;
};

type Conditions = { readonly [F in TermField]?: readonly string[] | undefined };
const unmet = (record: SearchRecord, conditions: Conditions): TermField[] => {
  const terms = termsOf(record);
  return TERM_FIELDS.filter((f) => conditions[f] && !conditions[f].some((value) => terms[f].includes(value)));
};

const hasEvery = (record: SearchRecord, conditions: Conditions): boolean => {
  const terms = termsOf(record);
  return TERM_FIELDS.every((f) => (conditions[f] ?? []).every((value) => terms[f].includes(value)));
};

const inBox = (record: SearchRecord, { bbox }: VisibleQuery): boolean => {
  if (!bbox) return true;
  if (!record.bbox) return false;
  const [[west, south, east, north], [w, s, e, n]] = [bbox, record.bbox];
  const spans =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ];
  return s <= north && n >= south && spans.some(([from = 0, to = 0]) => w <= to && e >= from);
};

const inPeriod = (
  day: string | undefined,
  period: { from?: string | undefined; to?: string | undefined } | undefined,
) => period === undefined || (day !== undefined && day >= (period.from ?? day) && day <= (period.to ?? day));

const compare = (query: VisibleQuery) => (a: Scored, b: Scored) => {
  const by = (x: string | undefined, y: string | undefined, sign: number) =>
    x === y ? 0 : x === undefined ? 1 : y === undefined ? -1 : x < y ? -sign : sign;
  const sign = query.sort.endsWith('-desc') ? -1 : 1;
  const main = query.sort.startsWith('number')
    ? by(a.record.archiveNumber, b.record.archiveNumber, sign)
    : query.sort.startsWith('formed')
      ? by(a.record.formed, b.record.formed, sign)
      : query.sort.startsWith('published')
        ? by(a.record.published, b.record.published, sign)
        : b.score - a.score || by(a.record.published, b.record.published, -1);
  return main || by(a.record.id, b.record.id, 1);
};

type Scored = { record: SearchRecord; score: number };

const facetOf = (records: SearchRecord[], field: TermField, size: number): Facet[] => {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const value of termsOf(record)[field]) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, size);
};

/** All hits in their order (no pages), and the facets. Scores only where the order is by relevance. */
export const expected = (records: readonly SearchRecord[], query: VisibleQuery): Expected => {
  const clauses = parseText(query.text ?? '');
  const found = records
    .map((record) => ({ record, score: scoreOf(record, clauses) }))
    .filter(
      ({ record, score }) =>
        score > 0 &&
        query.visible.some((conditions) => unmet(record, conditions).length === 0) &&
        hasEvery(record, query.every ?? {}) &&
        inBox(record, query) &&
        inPeriod(record.published, query.published) &&
        inPeriod(record.formed, query.formed),
    );
  const filters: Conditions = query.filters ?? {};
  const hits = found.filter(({ record }) => unmet(record, filters).length === 0).sort(compare(query));
  return {
    hits: hits.map(({ record, score }) => ({ id: record.id, score: score - 1 })),
    facets: Object.fromEntries(
      (query.facets ?? []).map((field) => {
        const counted = found.filter(({ record }) => unmet(record, filters).every((f) => f === field));
        return [
          field,
          facetOf(
            counted.map(({ record }) => record),
            field,
            query.facetSize,
          ),
        ];
      }),
    ),
  };
};
