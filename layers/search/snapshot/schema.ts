/** Raised with every change to the tables or to the analysis of texts; an index of another number is rebuilt. */
export const SCHEMA_VERSION = 1;

/**
 * `doc` holds what a query filters, sorts and counts by; the reader keeps it in memory, so it has no other index.
 * `rank` orders the changes to a record; a removed one stays as a row without `live`, or a late old change would bring
 * it back. Boxes are among the columns in memory, too: where every filter is one pass over all rows, an R*Tree would
 * only add to the file and to the time of a change.
 * `words` holds only postings (contentless). Its tokenizer is `ascii` because the texts come as our own tokens with
 * spaces between, and this one leaves every character beyond ASCII alone, whatever its Unicode version.
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE term (ord INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (field, value));
  CREATE TABLE doc (
    slot INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rank INTEGER NOT NULL, live INTEGER NOT NULL,
    published INTEGER, formed INTEGER, west REAL, south REAL, east REAL, north REAL,
    number TEXT NOT NULL, terms TEXT NOT NULL
  );
  CREATE VIRTUAL TABLE words USING fts5(
    title, subject, code, author, organisation, abstract,
    content='', contentless_delete=1, tokenize='ascii'
  );
  INSERT INTO meta VALUES ('schema', '${SCHEMA_VERSION}');
`;
