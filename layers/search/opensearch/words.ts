import type { Group, Phrase } from '../analyse.ts';
import type { TextField } from '../fields.ts';
import type { Clause } from '../parse.ts';
import { tiersOf } from '../score.ts';

export type Query = Record<string, unknown>;

/** Words of one prefix that are looked up; more than any prefix has that somebody could mean. */
const EXPANSIONS = 10_000;

const phraseQuery = (field: string, { tokens, prefix }: Phrase): Query => {
  const query = tokens.join(' ');
  if (tokens.length === 1) return prefix ? { prefix: { [field]: query } } : { term: { [field]: query } };
  return prefix
    ? { match_phrase_prefix: { [field]: { query, max_expansions: EXPANSIONS } } }
    : { match_phrase: { [field]: query } };
};

const conditions = (groups: readonly Group[], field: TextField | undefined): Query => {
  const path = field === undefined ? 'anywhere' : `text.${field}`;
  return {
    bool: {
      filter: groups.map((group) => ({
        bool: { should: group.map((phrase) => phraseQuery(path, phrase)), minimum_should_match: 1 },
      })),
    },
  };
};

const scored = (clause: Clause): Query => ({
  dis_max: {
    queries: tiersOf(clause).map(({ weight, field }) => ({
      constant_score: { filter: conditions(clause.groups, field), boost: weight },
    })),
  },
});

/** The parts of a bool query for the words asked for: fixed weights, so that scores equal those of the other engine. */
export const wordQuery = (clauses: readonly Clause[]): { must: Query[]; must_not: Query[] } => ({
  must: clauses.filter((c) => !c.without).map(scored),
  must_not: clauses.filter((c) => c.without).map((c) => conditions(c.groups, c.field)),
});
