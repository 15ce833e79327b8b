import { type Cell, shownText } from '@geoarchive/domain/sheets/cell.ts';
import type { Epoch } from '@geoarchive/domain/sheets/day.ts';
import { type CellReading, readCell } from '@geoarchive/domain/sheets/read-cell.ts';
import type { Column } from '@geoarchive/domain/sheets/sheet.ts';
import { secrecyOfMark } from './secrecy-cell.ts';
import { isNoData } from './units.ts';

export const isNumber = ({ type }: Column): boolean => type === 'decimal' || type === 'integer';

/**
 * Reads a number that may be in another unit than the column's own, or stand for no value: the column's bounds hold for what it is in its
 * own, and not for what is none.
 */
export const readMeasured = (
  column: Column,
  cell: Cell | undefined,
  factor: number,
): CellReading | 'no-data' => {
  const { minimum: _, maximum: __, ...unbounded } = column;
  const read = readCell(unbounded, cell);
  if (read === undefined || !('value' in read) || typeof read.value !== 'number') return read;
  if (isNoData(read.value)) return 'no-data';
  if (factor === 1) return readCell(column, cell);
  // Nine digits: more is the noise of the multiplication.
  return readCell(column, Number((read.value * factor).toPrecision(9)));
};

/** Reads a cell; one of secrecy also as marks are written. */
export const readMarked = (column: Column, cell: Cell | undefined, epoch: Epoch): CellReading => {
  const read = readCell(column, cell, epoch);
  if (column.key !== 'secrecy' || read === undefined || 'value' in read) return read;
  const value = secrecyOfMark(shownText(cell));
  return value === undefined ? read : { value };
};
