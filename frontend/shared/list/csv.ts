/** A column of an export: its heading and the text of a row; one of what can be done with a row is left out. */
export type CsvColumn<Row> = { heading: string; text: (row: Row) => string; actions?: boolean };

// A cell that begins with one of these is run as a formula by spreadsheets (OWASP, CSV injection).
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

const cell = (text: string): string => {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV (RFC 4180) with a byte order mark, without which Excel misreads Chinese. */
export const toCsv = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string => {
  const said = columns.filter(({ actions }) => actions !== true);
  const lines = [
    said.map((column) => cell(column.heading)),
    ...rows.map((row) => said.map((column) => cell(column.text(row)))),
  ];
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
};
