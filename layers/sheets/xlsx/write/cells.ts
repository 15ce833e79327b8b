import type { Cell } from '@geoarchive/domain/sheets/cell.ts';
import { daySerial } from '@geoarchive/domain/sheets/day.ts';
import { neutral } from '@geoarchive/domain/sheets/injection.ts';
import { escaped } from './escape.ts';
import { type Look, styleOf } from './styles.ts';

/** A cell with the look it shall have; without one it looks as its value asks for. */
export type StyledCell = Cell | { cell: Cell; look: Look };
/** A row to write; with a number of its own where rows before it are empty. */
export type WrittenRow = { row?: number; cells: readonly StyledCell[] };

/** The letters of a column, from 0: A, B … Z, AA. */
export const columnName = (column: number): string => {
  let [name, rest] = ['', column + 1];
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
};

const inline = (reference: string, style: number, text: string): string =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const dateXml = (reference: string, date: string, look: Look | undefined): string => {
  const serial = daySerial(date.slice(0, 10));
  // A time of day, and a day that programs count differently, stay as they read.
  if (serial === undefined || date.length > 10) return inline(reference, styleOf(look ?? 'text'), date);
  const dated = look === 'wrong' ? 'wrongDate' : look === 'example' ? 'exampleDate' : (look ?? 'date');
  return `<c r="${reference}" s="${styleOf(dated)}"><v>${serial}</v></c>`;
};

/** The XML of one cell. Texts stand in the cell itself, so that no table of them grows in memory. */
export const cellXml = (styled: StyledCell, reference: string): string => {
  const [cell, look] =
    styled !== null && typeof styled === 'object' && 'cell' in styled ? [styled.cell, styled.look] : [styled];
  const style = (own: Look) => styleOf(look ?? own);
  if (cell === null || cell === '')
    return look === undefined ? '' : `<c r="${reference}" s="${styleOf(look)}"/>`;
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${reference}" s="${style('plain')}"><v>${cell}</v></c>` : '';
  if (typeof cell === 'boolean')
    return `<c r="${reference}" s="${style('plain')}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string')
    return inline(reference, style(neutral(cell) === cell ? 'plain' : 'quoted'), cell);
  return 'date' in cell ? dateXml(reference, cell.date, look) : inline(reference, style('text'), cell.error);
};
