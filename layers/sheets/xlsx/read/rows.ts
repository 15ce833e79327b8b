import type { Cell, RawRow } from '@geoarchive/domain/sheets/cell.ts';
import { type Limits, mostSheetRows } from '../../limits.ts';
import { unreadable } from '../../unreadable.ts';
import type { Package } from './package.ts';
import { attribute, xmlText } from './text.ts';
import { cellValue, type Shared, type Written } from './values.ts';

/** The column of a reference such as `AB12`, from 0; undefined when it names none. */
export const columnOf = (reference: string | undefined): number | undefined => {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
};

/** Listens to the XML of a sheet and gathers its rows; empty rows are not written there and do not come. */
const rowBuilder = (shared: Shared, limits: Limits) => {
  const ready: RawRow[] = [];
  let [row, column, complete] = [0, -1, false];
  let cells: Cell[] = [];
  let cell: Written | undefined;
  let [wanted, phonetic] = [false, false];

  const put = (value: Cell): void => {
    if (value === null) return;
    if (column >= limits.columns) throw unreadable('too-many-columns', { row, most: limits.columns });
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  };
  const endCell = (): void => {
    if (cell !== undefined) put(cellValue(cell, shared));
    cell = undefined;
  };
  const endRow = (): void => {
    if (cells.length > 0) ready.push({ row, cells });
    cells = [];
    column = -1;
  };
  const openRow = (attributes: string, closed: boolean): void => {
    const said = Number(attribute(attributes, 'r') ?? row + 1);
    if (!Number.isInteger(said) || said <= row || said > mostSheetRows)
      throw unreadable('damaged', { what: `row ${said}` });
    if (said > limits.rows) throw unreadable('too-many-rows', { most: limits.rows });
    row = said;
    if (closed) endRow();
  };
  const openCell = (attributes: string, closed: boolean): void => {
    const next = columnOf(attribute(attributes, 'r')) ?? column + 1;
    if (next <= column) throw unreadable('damaged', { what: `row ${row}` });
    column = next;
    if (closed) return;
    const style = attribute(attributes, 's');
    cell = {
      type: attribute(attributes, 't') ?? 'n',
      style: style === undefined ? 0 : Number(style),
      value: undefined,
      formula: false,
    };
  };
  return {
    ready,
    complete: () => complete,
    told: {
      open(tag: string, attributes: string, closed: boolean): void {
        if (tag === 'c') openCell(attributes, closed);
        else if (tag === 'row') openRow(attributes, closed);
        else if (tag === 'sheetData' && closed) complete = true;
        else if (cell === undefined) return;
        else if (tag === 'f') cell.formula = true;
        else if (tag === 'rPh') phonetic = !closed;
        else if (tag === 'v' || (tag === 't' && !phonetic)) {
          wanted = !closed;
          cell.value ??= '';
        }
      },
      close(tag: string): void {
        if (tag === 'c') endCell();
        else if (tag === 'row') endRow();
        else if (tag === 'sheetData') complete = true;
        else if (tag === 'rPh') phonetic = false;
        else if (tag === 'v' || tag === 't') wanted = false;
      },
      text(raw: string): void {
        if (!wanted || cell === undefined) return;
        cell.value = (cell.value ?? '') + xmlText(raw);
        if (cell.value.length > limits.rowChars) throw unreadable('damaged', { what: `row ${row}` });
      },
    },
  };
};

/** The rows of a sheet as they are unpacked; what stands behind them in its part is not read. */
export async function* sheetRows(
  zip: Package,
  part: string,
  shared: Shared,
  limits: Limits,
): AsyncGenerator<RawRow> {
  const builder = rowBuilder(shared, limits);
  for await (const _ of zip.scan(part, builder.told, undefined, limits.rowChars)) {
    yield* builder.ready.splice(0);
    if (builder.complete()) return;
  }
  throw unreadable('damaged', { what: part });
}
