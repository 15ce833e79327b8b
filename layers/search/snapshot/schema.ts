import { TEXT_FIELDS, type TextField } from '../fields.ts';

/** Raised with every change to the tables or to the analysis of texts; an index of another number is rebuilt. */
export const SCHEMA_VERSION = 1;

/** The postings of one field. */
export const wordsTable = (field: TextField): string => `words_${field}`;

/**
 * `doc` holds what a query filters, sorts and counts by; the reader keeps it in memory, so it has no other index.
 * `rank` orders the changes to a record; a removed one stays as a row without `live`, or a late old change would bring
 * it back. Boxes are among the columns in memory, too: where every filter is one pass over all rows, an R*Tree would
 * only add to the file and to the time of a change.
 * The postings (contentless, no texts) of each field are a table of their own: where words stand decides the score, and
 * so a common word is read once per field, not once per field over the postings of all. Their tokenizer is `ascii`
 * because the texts come as our own tokens with spaces between, and this one leaves every character beyond ASCII alone,
 * whatever its Unicode version.
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE term (ord INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (field, value));
  CREATE TABLE doc (
    slot INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rank INTEGER NOT NULL, live INTEGER NOT NULL,
    published INTEGER, formed INTEGER, west REAL, south REAL, east REAL, north REAL,
    number TEXT NOT NULL, terms TEXT NOT NULL
  );
  ${TEXT_FIELDS.map(
    (field) => `CREATE VIRTUAL TABLE ${wordsTable(field)}
      USING fts5(words, content='', contentless_delete=1, tokenize='ascii');`,
  ).join('\n  ')}
  INSERT INTO meta VALUES ('schema', '${SCHEMA_VERSION}');
`;
