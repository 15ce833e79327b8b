/** Counts and checks the rows of the data section as they pass. */
export type DataCheck = {
  add(line: string): void;
  result(): DataResult;
};

export type DataResult = {
  rows: number;
  wrongRows: number;
  firstWrong: number | undefined;
  badValue: { value: string; row: number; decimalComma: boolean } | undefined;
  first: number | undefined;
  last: number | undefined;
};

const DECIMAL_COMMA = /^[-+]?\d+,\d+$/;

/** Splits a data line by the delimiter of the file; blanks and tabs unless it says otherwise. */
export function splitLine(line: string, delimiter: string | undefined): string[] {
  const text = line.trim();
  if (delimiter === 'COMMA') return text.split(',').map((cell) => cell.trim());
  if (delimiter === 'TAB') return text.split('\t').map((cell) => cell.trim());
  return text.match(/"[^"]*"|\S+/g) ?? [];
}

/** The delimiter in use: the one declared, else the comma when only it gives the right number of values. */
function delimiterOf(line: string, declared: string | undefined, curves: number): string | undefined {
  if (declared) return declared.toUpperCase();
  if (splitLine(line, undefined).length === curves) return undefined;
  return line.includes(',') && splitLine(line, 'COMMA').length === curves ? 'COMMA' : undefined;
}

/** A check for a number of curves; text curves ({S} in LAS 3.0) may hold anything. */
export function checkData(options: {
  curves: number;
  wrapped: boolean;
  delimiter: string | undefined;
  text: ReadonlySet<number>;
}): DataCheck {
  const { curves, wrapped, text } = options;
  let delimiter: string | undefined;
  let started = false;
  let inRow = 0;
  const result: DataResult = {
    rows: 0,
    wrongRows: 0,
    firstWrong: undefined,
    badValue: undefined,
    first: undefined,
    last: undefined,
  };

  const look = (cell: string, column: number) => {
    if (cell === '' || Number.isFinite(Number(cell)) || text.has(column)) return;
    const decimalComma = DECIMAL_COMMA.test(cell);
    if (!result.badValue || (decimalComma && !result.badValue.decimalComma))
      result.badValue = { value: cell.slice(0, 40), row: result.rows + 1, decimalComma };
  };
  const index = (cell: string | undefined) => {
    const value = Number(cell);
    if (cell === undefined || !Number.isFinite(value)) return;
    result.first ??= value;
    result.last = value;
  };
  const wrong = () => {
    result.wrongRows++;
    result.firstWrong ??= result.rows + 1;
  };

  return {
    add(line) {
      if (!started) {
        started = true;
        delimiter = delimiterOf(line, options.delimiter, curves);
      }
      const cells = splitLine(line, delimiter);
      if (cells.length === 0) return;
      if (!wrapped) {
        cells.forEach(look);
        if (curves > 0 && cells.length !== curves) wrong();
        index(cells[0]);
        result.rows++;
        return;
      }
      for (const cell of cells) {
        look(cell, inRow);
        if (inRow === 0) index(cell);
        if (++inRow >= curves) {
          inRow = 0;
          result.rows++;
        }
      }
    },
    result() {
      if (wrapped && inRow > 0) wrong();
      return result;
    },
  };
}
