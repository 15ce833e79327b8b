import { isBlank, type RawRow } from '@geoarchive/domain/sheets/cell.ts';
import { checkStamp, headerWithin } from '@geoarchive/domain/sheets/header.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import { type Limits, standardLimits } from '@geoarchive/sheets/limits.ts';
import { type Book, type BookSheet, openBook } from '@geoarchive/sheets/open.ts';
import { Unreadable } from '@geoarchive/sheets/unreadable.ts';
import { emptyPart, type Part, remarkList, remarkOf } from '../part.ts';
import { texts } from '../texts.ts';
import { besides, matchTable } from './match.ts';
import { filledDown } from './merged.ts';
import { rowReader } from './rows.ts';

const begins = ({ cells }: RawRow): boolean => String(cells[0] ?? '').startsWith('#');
/** Comments as tables of surveys carry them. With other cells beside it, `#1` may be the number of a hole. */
const isComment = (row: RawRow): boolean => begins(row) && row.cells.slice(1).every(isBlank);

/** The first rows of a sheet that say something, and the others behind them. */
const beginning = async (rows: AsyncGenerator<RawRow>): Promise<RawRow[]> => {
  const begin: RawRow[] = [];
  while (begin.length < headerWithin) {
    const { done, value } = await rows.next();
    if (done) break;
    // In front of everything else a comment may have commas in it.
    if (!isComment(value) && (begin.length > 0 || !begins(value))) begin.push(value);
  }
  return begin;
};

/** Reads one sheet into the part; false where it is no table of holes. */
const readOne = async (
  part: Part,
  { sheet, epoch, several }: { sheet: BookSheet; epoch: Book['epoch']; several: boolean },
  tell: ReturnType<typeof remarkList>,
): Promise<boolean> => {
  const place = { file: part.file, ...(several ? { sheet: sheet.name } : {}) };
  const merged = await sheet.merged();
  const rows = filledDown(sheet.rows(), merged);
  const begin = await beginning(rows);
  const name = sheet.name || part.file.replace(/^.*[/\\]|\.\w+$/g, '');
  const match = matchTable(begin, name);
  if (match === undefined) {
    await rows.return(undefined);
    return false;
  }
  for (const { from, to } of merged)
    if (from > match.row) tell(remarkOf(texts.merged, { ...place, row: from }, { from, to }));
  const headings = begin.find(({ row }) => row === match.row)?.cells ?? [];
  const beside = besides(match, headings);
  const reader = rowReader(part, { match, beside, place, epoch }, tell);
  for (const row of begin) if (row.row > match.row) reader.add(row);
  for await (const row of rows) if (!isComment(row)) reader.add(row);
  reader.end();
  return true;
};

/** What is wrong with a file as a whole, as a remark. */
const unreadableRemark = (error: Unreadable, file: string) => {
  const { code, message, remedy } = error.problem;
  return { severity: 'error' as const, code, file, message, remedy };
};

/**
 * Tables of holes in a workbook (all its visible sheets) or a CSV, by their headings: those of the template, or those by which other
 * programs call the same. The stamp of a template counts once for the file.
 */
export const readTables = async (source: Source, limits: Limits = standardLimits): Promise<Part> => {
  const part = emptyPart(source.name, 'csv');
  const tell = remarkList(part.remarks, part.wrong);
  try {
    const book = await openBook(source, limits);
    part.format = book.kind;
    const other =
      book.stamp?.split('@')[0] === headerTable.id ? checkStamp(headerTable, book.stamp) : undefined;
    if (other !== undefined) {
      tell({ severity: 'error', file: source.name, ...other });
      return part;
    }
    const several = book.kind === 'xlsx';
    const left: string[] = [];
    for (const sheet of book.sheets)
      if (!(await readOne(part, { sheet, epoch: book.epoch, several }, tell))) left.push(sheet.name);
    if (left.length === book.sheets.length) tell(remarkOf(texts.noTable, { file: source.name }));
    else
      for (const name of left)
        if (!instructions.has(name))
          tell(remarkOf(texts.sheetLeft, { file: source.name, sheet: name }, { name }));
    return part;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // Nothing of a file that breaks off counts.
    return { ...emptyPart(source.name, part.format), remarks: [unreadableRemark(error, source.name)] };
  }
};
/** The sheet of the template that says how to fill it in. */
const instructions = new Set(['填写说明', 'Instructions']);
