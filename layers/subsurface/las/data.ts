import { splitLine } from '@geoarchive/formats/las/data.ts';
import { growing } from './columns.ts';
import { cellNumber, scanNumbers } from './values.ts';

/** What had to be understood otherwise than the file says, and what could not be. */
export type DataNotes = {
  decimalComma: boolean;
  undeclaredDelimiter: boolean;
  /** Rows in which numbers ran into each other. */
  runOn: number;
  /** Rows of another number of values than there are curves, and the first one's line. */
  ragged: number;
  firstRagged: number;
  /** Cells that are no number, by column: the first of each. */
  words: Map<number, { count: number; first: string; line: number }>;
  rows: number;
};

const commaNumber = /^[-+]?\d+,\d+(e[-+]?\d+)?$/i;
const runOn = /(\d)-(?=\d)/g;

type Options = { width: number; wrapped: boolean; delimiter: string | undefined; nothing: number };

/** Reads the lines of a data section into columns; wrapped ones cell by cell, others line by line. */
export const dataReader = ({ width, wrapped, delimiter, nothing }: Options) => {
  const notes: DataNotes = {
    decimalComma: false,
    undeclaredDelimiter: false,
    runOn: 0,
    ragged: 0,
    firstRagged: 0,
    words: new Map(),
    rows: 0,
  };
  const columns = growing(width);
  const row = new Float64Array(width);
  let parted = delimiter;
  let begun = false;
  let filled = 0;

  /** Told by the first line: commas may part values though nothing says so. */
  const begin = (line: string): void => {
    begun = true;
    if (parted !== undefined || !line.includes(',')) return;
    const whole = splitLine(line, undefined);
    // As many cells without them as there are curves: the commas stand in numbers.
    if (
      (wrapped || whole.length === width) &&
      whole.every((cell) => commaNumber.test(cell) || !cell.includes(','))
    )
      return;
    if (splitLine(line, 'COMMA').length === width) {
      parted = 'COMMA';
      notes.undeclaredDelimiter = true;
    }
  };
  const put = (at: number, value: number): void => {
    row[at] = value === nothing ? Number.NaN : value;
  };
  const slow = (cells: readonly string[], from: number, line: number): void => {
    for (const [index, raw] of cells.entries()) {
      const at = (from + index) % width;
      const cell = raw.replace(/^"|"$/g, '');
      const comma = parted === undefined && commaNumber.test(cell);
      notes.decimalComma ||= comma;
      const value = cellNumber(comma ? cell.replace(',', '.') : cell);
      if (value === undefined) {
        const known = notes.words.get(at);
        if (known === undefined) notes.words.set(at, { count: 1, first: cell.slice(0, 40), line });
        else known.count++;
      }
      put(at, value ?? Number.NaN);
      if (wrapped) next();
    }
  };
  const next = (): void => {
    filled++;
    if (filled < width) return;
    columns.add(row);
    filled = 0;
  };
  const ragged = (line: number): void => {
    notes.ragged++;
    notes.firstRagged ||= line;
  };
  const cellsOf = (text: string): string[] => {
    const cells = splitLine(text, parted);
    if (parted !== undefined || cells.length >= width || wrapped) return cells;
    // Columns too narrow for their values let a minus touch the number before it.
    const apart = splitLine(text.replace(runOn, '$1 -'), undefined);
    if (apart.length !== width) return cells;
    notes.runOn++;
    return apart;
  };

  const unwrapped = (text: string, line: number): void => {
    const count = parted === undefined ? scanNumbers(text, row) : -1;
    if (count === width) {
      for (let at = 0; at < width; at++) if (row[at] === nothing) row[at] = Number.NaN;
      columns.add(row);
      return;
    }
    const cells = cellsOf(text);
    row.fill(Number.NaN);
    if (cells.length !== width) ragged(line);
    slow(cells.slice(0, width), 0, line);
    columns.add(row);
  };
  return {
    notes,
    add(text: string, line: number): void {
      if (!begun) begin(text);
      if (wrapped) slow(cellsOf(text), filled, line);
      else unwrapped(text, line);
    },
    end(line: number): Float64Array[] {
      if (wrapped && filled > 0) {
        ragged(line);
        row.fill(Number.NaN, filled);
        columns.add(row);
      }
      notes.rows = columns.rows;
      return columns.done();
    },
  };
};
