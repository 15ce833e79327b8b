import type { DatabaseSync } from 'node:sqlite';
import type { Group, Phrase } from '../analyse.ts';
import { TEXT_FIELDS, type TextField } from '../fields.ts';
import type { Clause } from '../parse.ts';
import { tiersOf } from '../score.ts';
import type { Columns } from './columns.ts';
import { remembered } from './remember.ts';
import { wordsTable } from './schema.ts';

/** By slot: in which fields something was found, as bits by their place in `TEXT_FIELDS`; with `FOUND` where in any. */
type Places = Uint8Array;
const FOUND = 128;
const bitOf = (field: TextField): number => 1 << TEXT_FIELDS.indexOf(field);

/** What the words of a query say about each slot: 0 = not found; else the score + 1. */
export type Scores = Uint16Array;

/** In the language of FTS5. Tokens hold only letters and digits, so nothing in them can end the quotes. */
const expression = ({ tokens, prefix }: Phrase): string => `"${tokens.join(' ')}"${prefix ? ' *' : ''}`;

/** What each combination of places is worth to a clause. */
const worths = (clause: Clause): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, places) =>
    places === 0
      ? 0
      : Math.max(
          0,
          ...tiersOf(clause)
            .filter(({ field }) => field === undefined || (places & bitOf(field)) !== 0)
            .map(({ weight }) => weight),
        ),
  );

const combined = (all: readonly Places[], combine: (a: number, b: number) => number): Places => {
  const [first, ...others] = all;
  const places = Uint8Array.from(first ?? []);
  for (const other of others)
    for (let slot = 0; slot < places.length; slot++)
      places[slot] = combine(places[slot] ?? 0, other[slot] ?? 0);
  return places;
};

const anyOf = (all: readonly Places[]): Places => combined(all, (a, b) => a | b);
/** A field's bit stays where every group was found in this field, `FOUND` where each was found somewhere. */
const allOf = (all: readonly Places[]): Places => combined(all, (a, b) => a & b);

/** Phrases remembered: a byte per record each. */
const REMEMBERED = 32;

/** Looks up the clauses of a query. Gives undefined where there are none: everything is found. */
export const wordSearcher = (
  db: DatabaseSync,
  columns: Columns,
): ((clauses: readonly Clause[]) => Scores | undefined) => {
  const finders = TEXT_FIELDS.map((field) => {
    const table = wordsTable(field);
    // One call that returns all slots as JSON is five times as fast as one call per row.
    const statement = db.prepare(
      `SELECT json_group_array(rowid) AS slots FROM ${table} WHERE ${table} MATCH ?`,
    );
    const find = (match: string): number[] => JSON.parse(String(statement.get(match)?.['slots'] ?? '[]'));
    return { field, find };
  });

  const placesOf = remembered(
    ({ phrase, within }: { phrase: Phrase; within: TextField | undefined }): Places => {
      const places = new Uint8Array(columns.size);
      for (const { field, find } of finders) {
        if (within !== undefined && within !== field) continue;
        const bits = FOUND | bitOf(field);
        for (const slot of find(expression(phrase))) places[slot] = (places[slot] ?? 0) | bits;
      }
      return places;
    },
    () => columns.revision,
    REMEMBERED,
  );
  const groupPlaces = (group: Group, within: TextField | undefined): Places =>
    anyOf(group.map((phrase) => placesOf({ phrase, within })));

  return (clauses) => {
    if (clauses.length === 0) return undefined;
    const { size } = columns;
    // 1 stands for 'nothing against it yet', so that a query of only -words has scores as well.
    const scores = new Uint16Array(size).fill(1);
    for (const clause of clauses) {
      const worth = worths(clause);
      const places = allOf(clause.groups.map((group) => groupPlaces(group, clause.field)));
      for (let slot = 0; slot < size; slot++) {
        const met = worth[places[slot] ?? 0] ?? 0;
        const score = scores[slot] ?? 0;
        if (met > 0 === clause.without) scores[slot] = 0;
        else if (score > 0 && !clause.without) scores[slot] = score + met;
      }
    }
    return scores;
  };
};
