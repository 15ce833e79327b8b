import type { Bilingual } from '../text.ts';
import { type Cell, isBlank, shownText } from './cell.ts';
import { type Epoch, readDay, serialDay } from './day.ts';
import { folded, narrow } from './fold.ts';
import { restored } from './injection.ts';
import { type SheetProblem, sheetProblem } from './problem.ts';
import { type Code, type Column, namesOfCode } from './sheet.ts';

/** What a cell says: a value, nothing, or what is wrong. */
export type CellReading = { value: string | number | boolean } | { problem: SheetProblem } | undefined;
const wrong = (...said: Parameters<typeof sheetProblem>): CellReading => ({ problem: sheetProblem(...said) });

const numeral = /^[+-]?(\d{1,3}(,\d{3})+|\d+|(?=\.))(\.\d*)?(e[+-]?\d+)?$/i;
const numberOf = (cell: Cell): number | undefined => {
  if (typeof cell === 'number') return cell;
  const text = narrow(restored(shownText(cell)));
  // A minus sign may be any of the dashes that a Chinese keyboard gives.
  const plain = text.replace(/^[−–—]/, '-');
  const value = numeral.test(plain) ? Number(plain.replaceAll(',', '')) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
};

const readNumber = (column: Column, cell: Cell): CellReading => {
  const value = numberOf(cell);
  const said = { value: shownText(cell) };
  if (column.type === 'integer' && !Number.isSafeInteger(value)) return wrong('not-an-integer', said);
  if (value === undefined) return wrong('not-a-number', said);
  if (column.minimum !== undefined && value < column.minimum)
    return wrong('too-small', { ...said, least: column.minimum });
  if (column.maximum !== undefined && value > column.maximum)
    return wrong('too-large', { ...said, most: column.maximum });
  return { value };
};

const readText = (column: Column, cell: Cell): CellReading => {
  // Codes of many digits (licences, well numbers) typed as numbers come back shortened: that must not pass unseen.
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15)
    return wrong('digits-lost', { value: String(cell) });
  const value = restored(shownText(cell).trim()).trim();
  const length = [...value].length;
  if (column.maxLength !== undefined && length > column.maxLength)
    return wrong('too-long', { length, most: column.maxLength });
  if (column.pattern !== undefined && !column.pattern.like.test(value))
    return wrong('not-like', { value, like: column.pattern.say });
  return { value };
};

const readDate = (cell: Cell, epoch: Epoch): CellReading => {
  if (typeof cell === 'number') {
    const day = Number.isInteger(cell) ? serialDay(cell, epoch) : undefined;
    if (day !== undefined && cell < 1_000_000) return { value: day };
  }
  const text = shownText(cell);
  const read = readDay(narrow(restored(text)), epoch);
  return 'day' in read ? { value: read.day } : wrong(read.wrong, { value: text });
};

const yes = new Set(['是', 'true', 'yes', 'y', '1', '√', '✓', '对']);
const no = new Set(['否', 'false', 'no', 'n', '0', '×', 'x', '不是']);
const readBoolean = (cell: Cell): CellReading => {
  if (typeof cell === 'boolean') return { value: cell };
  const text = folded(shownText(cell));
  if (yes.has(text)) return { value: true };
  return no.has(text) ? { value: false } : wrong('not-yes-no', { value: shownText(cell) });
};

const listed = 12;
const choices = (codes: readonly Code[]): Bilingual => {
  const more = codes.length > listed ? '…' : '';
  const labels = codes.slice(0, listed).map(({ label }) => label);
  return {
    zh: labels.map(({ zh }) => zh).join('、') + more,
    en: labels.map(({ en }) => en).join(', ') + more,
  };
};
/** Per list and not per cell: a list of regions has thousands of entries. */
const indexes = new WeakMap<readonly Code[], ReadonlyMap<string, string>>();
const indexOf = (codes: readonly Code[]): ReadonlyMap<string, string> => {
  const known = indexes.get(codes);
  if (known !== undefined) return known;
  const made = new Map(codes.flatMap((code) => namesOfCode(code).map((name) => [name, code.code] as const)));
  indexes.set(codes, made);
  return made;
};
const readCode = (codes: readonly Code[], cell: Cell): CellReading => {
  const text = restored(shownText(cell).trim());
  const value = indexOf(codes).get(folded(text));
  return value === undefined ? wrong('unknown-code', { value: text, choices: choices(codes) }) : { value };
};

/** Reads one cell as its column wants it. `epoch` is that of the workbook. */
export const readCell = (column: Column, cell: Cell | undefined, epoch: Epoch = 1900): CellReading => {
  if (cell === undefined || cell === null || isBlank(cell))
    return column.required ? wrong('missing') : undefined;
  if (typeof cell === 'object' && 'error' in cell)
    return cell.error === '#FORMULA'
      ? wrong('formula-not-calculated')
      : wrong('cell-error', { value: cell.error });
  switch (column.type) {
    case 'text':
      return readText(column, cell);
    case 'integer':
    case 'decimal':
      return readNumber(column, cell);
    case 'date':
      return readDate(cell, epoch);
    case 'boolean':
      return readBoolean(cell);
    case 'code':
      return readCode(column.codes ?? [], cell);
  }
};
