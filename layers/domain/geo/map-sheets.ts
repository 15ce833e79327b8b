import type { LonLat } from './gauss-kruger.ts';

/**
 * Numbers of map sheets (图幅号) by GB/T 13989-2012, both ways (domain.md §7.2). A sheet of 1:1 000 000 is a row letter, A from the
 * equator every 4°, and a column, 01 from 180° W every 6°; larger scales divide it, rows counted from its northern edge. Angles are
 * reckoned in whole thousandths of a second of arc, in which every sheet of the standard has whole edges.
 */

const unitsPerDegree = 3_600_000;
const [height, width] = [4 * unitsPerDegree, 6 * unitsPerDegree];
const lastRow = 22; // V, up to 88°; nearer to the pole the standard has one round sheet

/** Letter, denominator of the scale, how many rows (and as many columns) divide a sheet of 1:1 000 000, digits of each number. */
export const sheetScales = [
  { letter: '', scale: 1_000_000, divisions: 1, digits: 0 },
  { letter: 'B', scale: 500_000, divisions: 2, digits: 3 },
  { letter: 'C', scale: 250_000, divisions: 4, digits: 3 },
  { letter: 'D', scale: 100_000, divisions: 12, digits: 3 },
  { letter: 'E', scale: 50_000, divisions: 24, digits: 3 },
  { letter: 'F', scale: 25_000, divisions: 48, digits: 3 },
  { letter: 'G', scale: 10_000, divisions: 96, digits: 3 },
  { letter: 'H', scale: 5_000, divisions: 192, digits: 3 },
  { letter: 'I', scale: 2_000, divisions: 576, digits: 3 },
  { letter: 'J', scale: 1_000, divisions: 1152, digits: 4 },
  { letter: 'K', scale: 500, divisions: 2304, digits: 4 },
] as const;
export type SheetScale = (typeof sheetScales)[number]['scale'];

/** Degrees. The southern and western edges belong to the sheet, the others to its neighbours. */
export type Box = { west: number; south: number; east: number; north: number };
export type Sheet = { code: string; scale: number; box: Box };

type Cell = { divisions: number; row: number; column: number };
/** Rows from the equator, columns from 180° W, of cells of the whole globe. */
const boxOf = ({ divisions, row, column }: Cell): Box => {
  const [tall, wide] = [height / divisions, width / divisions];
  const degrees = (units: number) => units / unitsPerDegree;
  return {
    west: degrees(column * wide) - 180,
    south: degrees(row * tall),
    east: degrees((column + 1) * wide) - 180,
    north: degrees((row + 1) * tall),
  };
};

const numbered = (value: number, digits: number): string => String(value).padStart(digits, '0');
const codeOf = ({ divisions, row, column }: Cell): Sheet | undefined => {
  const scale = sheetScales.find((one) => one.divisions === divisions);
  const [major, column1M] = [Math.floor(row / divisions), Math.floor(column / divisions)];
  if (scale === undefined || major < 0 || major >= lastRow || column1M < 0 || column1M >= 60)
    return undefined;
  const base = `${String.fromCharCode(65 + major)}${numbered(column1M + 1, 2)}`;
  const fromNorth = divisions - (row % divisions);
  const fromWest = (column % divisions) + 1;
  const code =
    scale.digits === 0
      ? base
      : `${base}${scale.letter}${numbered(fromNorth, scale.digits)}${numbered(fromWest, scale.digits)}`;
  return { code, scale: scale.scale, box: boxOf({ divisions, row, column }) };
};

/** Rounded to a millionth of a second: 39.833333333 stands for the edge 39°50′. */
const units = (degrees: number): number => Math.round(degrees * unitsPerDegree * 1000) / 1000;

const cellAt = ({ longitude, latitude }: LonLat, divisions: number): Cell => ({
  divisions,
  row: Math.floor(units(latitude) / (height / divisions)),
  column: Math.floor(units(longitude + 180) / (width / divisions)),
});

/** The sheet of a scale in which a place lies; undefined in the southern hemisphere, beyond 88° N, and at 180° E or beyond. */
export const sheetAt = (place: LonLat, scale: SheetScale): Sheet | undefined => {
  const { divisions } = sheetScales.find((one) => one.scale === scale) ?? sheetScales[0];
  return codeOf(cellAt(place, divisions));
};

const modern = /^([A-V])(\d{2})(?:([B-K])(\d{3,4})(\d{3,4}))?$/;
/** Before 2012: `L-44-11` or `L-44-XI`, the 36 sheets of 1:200 000 in a sheet of 1:1 000 000, row by row from the north-west. */
const old = /^([A-V])-(\d{1,2})-(\d{1,2}|[IVX]+)$/;
const oldDivisions = 6;

const roman = (text: string): number => {
  const value: Record<string, number> = { I: 1, V: 5, X: 10 };
  const digits = [...text].map((letter) => value[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
};

const oldSheet = (code: string, [, letter = '', column = '', number = '']: string[]): Sheet | undefined => {
  const no = /^\d/.test(number) ? Number(number) : roman(number);
  const column1M = Number(column) - 1;
  if (no < 1 || no > oldDivisions ** 2 || column1M < 0 || column1M >= 60) return undefined;
  const [down, across] = [Math.floor((no - 1) / oldDivisions), (no - 1) % oldDivisions];
  const row = (letter.charCodeAt(0) - 65) * oldDivisions + oldDivisions - 1 - down;
  const cell = { divisions: oldDivisions, row, column: column1M * oldDivisions + across };
  return { code, scale: 200_000, box: boxOf(cell) };
};

const cellOf = (code: string): Cell | undefined => {
  const [, letter, column, scaleLetter, rowText, columnText] = modern.exec(code) ?? [];
  if (letter === undefined) return undefined;
  const scale = sheetScales.find((one) => one.letter === (scaleLetter ?? ''));
  const column1M = Number(column) - 1;
  if (scale === undefined || column1M < 0 || column1M >= 60) return undefined;
  const { divisions, digits } = scale;
  const major = letter.charCodeAt(0) - 65;
  if (digits === 0) return { divisions, row: major, column: column1M };
  if (rowText?.length !== digits || columnText?.length !== digits) return undefined;
  const [fromNorth, fromWest] = [Number(rowText), Number(columnText)];
  if (fromNorth < 1 || fromNorth > divisions || fromWest < 1 || fromWest > divisions) return undefined;
  return {
    divisions,
    row: major * divisions + divisions - fromNorth,
    column: column1M * divisions + fromWest - 1,
  };
};

/** The sheet of a number, `J50E001010` or the old `L-44-11`; undefined when there is none. Full-width and lower case are read too. */
export const sheetOf = (text: string): Sheet | undefined => {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[–—－]/g, '-');
  const before = old.exec(code);
  if (before !== null) return oldSheet(code, before);
  const cell = cellOf(code);
  return cell && codeOf(cell);
};

/** The eight sheets around one of the present numbering, from the north-west clockwise; those beyond the numbering are left out. */
export const neighboursOf = (code: string): Sheet[] => {
  const cell = cellOf(code);
  if (cell === undefined) return [];
  const around = [
    [1, -1],
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [-1, -1],
    [0, -1],
  ] as const;
  const columns = 60 * cell.divisions;
  return around.flatMap(([up, right]) => {
    const column = (cell.column + right + columns) % columns;
    return codeOf({ ...cell, row: cell.row + up, column }) ?? [];
  });
};

/** The sheets of a scale that a box touches, row by row from the north-west; `limit` of them at the most. */
export const sheetsIn = (box: Box, scale: SheetScale, limit = 1000): Sheet[] => {
  const { divisions } = sheetScales.find((one) => one.scale === scale) ?? sheetScales[0];
  const from = cellAt({ longitude: box.west, latitude: box.south }, divisions);
  const to = cellAt({ longitude: box.east, latitude: box.north }, divisions);
  // An edge that only touches the next sheet takes nothing of it.
  const lastRowIn = boxOf(to).south >= box.north && to.row > from.row ? to.row - 1 : to.row;
  const lastColumnIn = boxOf(to).west >= box.east && to.column > from.column ? to.column - 1 : to.column;
  const found: Sheet[] = [];
  for (let row = lastRowIn; row >= from.row; row -= 1)
    for (let column = from.column; column <= lastColumnIn; column += 1) {
      if (found.length >= limit) return found;
      const sheet = codeOf({ divisions, row, column });
      if (sheet !== undefined) found.push(sheet);
    }
  return found;
};
