import type { RawRow } from '@geoarchive/domain/sheets/cell.ts';
import type { Epoch } from '@geoarchive/domain/sheets/day.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import { csvRows } from './csv/read.ts';
import { type Limits, standardLimits } from './limits.ts';
import { unreadable } from './unreadable.ts';
import type { Merged } from './xlsx/read/merged.ts';
import { stampProperty } from './xlsx/stamp.ts';

/** A file of rows, opened. `stamp` is what a workbook of ours says it is a sheet of. */
export type Book = {
  kind: 'csv' | 'xlsx';
  epoch: Epoch;
  stamp?: string;
  /** The rows from the beginning, each time it is called. */
  rows: () => AsyncGenerator<RawRow>;
  /** All visible sheets in their order, the first one's rows being `rows`; a CSV is one without a name. */
  sheets: readonly BookSheet[];
};
/** A sheet of a book, read when it is asked for. */
export type BookSheet = {
  name: string;
  rows: () => AsyncGenerator<RawRow>;
  /** Cells that are merged over several rows: the value stands in the first alone. */
  merged: () => Promise<readonly Merged[]>;
};

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** An OLE file is an old workbook, or a new one with a password: the directory names the parcel then ([MS-OFFCRYPTO] 1.3). */
const refuseOle = async (source: Source, head: Uint8Array): Promise<never> => {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const sector = 2 ** (head.length >= 52 ? Math.min(view.getUint16(30, true), 12) : 9);
  const directory = head.length >= 52 ? (view.getUint32(48, true) + 1) * sector : 0;
  const names = new TextDecoder('utf-16le').decode(await source.read(Math.min(directory, source.size), 4096));
  throw unreadable(names.includes('EncryptedPackage') ? 'encrypted' : 'old-excel');
};

const openXlsx = async (source: Source, limits: Limits): Promise<Book> => {
  // Loaded when it is needed: a page that reads a CSV unpacks nothing.
  const [
    { openPackage },
    { readContents },
    { readStyles },
    { readStrings },
    { sheetRows },
    { dayReader },
    { readMerged },
  ] = await Promise.all([
    import('./xlsx/read/package.ts'),
    import('./xlsx/read/workbook.ts'),
    import('./xlsx/read/styles.ts'),
    import('./xlsx/read/strings.ts'),
    import('./xlsx/read/rows.ts'),
    import('./xlsx/read/values.ts'),
    import('./xlsx/read/merged.ts'),
  ]);
  const zip = await openPackage(source, limits);
  const { sheets, epoch, strings, styles, properties } = await readContents(zip);
  const sharedBySheets = async () => ({
    dayOf: dayReader(epoch),
    dates: await readStyles(zip, styles),
    strings: await readStrings(zip, strings, limits.strings, limits.rowChars),
  });
  let shared: ReturnType<typeof sharedBySheets> | undefined;
  const all = sheets.map(
    ({ name, part }): BookSheet => ({
      name,
      merged: () => readMerged(zip, part),
      rows: async function* () {
        shared ??= sharedBySheets();
        yield* sheetRows(zip, part, await shared, limits);
      },
    }),
  );
  const [first] = all;
  if (first === undefined) throw unreadable('empty');
  const stamp = properties.get(stampProperty);
  return {
    kind: 'xlsx',
    epoch,
    ...(stamp === undefined ? {} : { stamp }),
    rows: first.rows,
    sheets: all,
  };
};

/**
 * Opens a workbook (its first visible sheet) or a CSV by what it begins with, whatever its name says.
 * @throws Unreadable for what is neither, or is a workbook that is not read: old, binary, with a password, macros, or a bomb.
 */
export const openBook = async (source: Source, limits: Limits = standardLimits): Promise<Book> => {
  const head = await source.read(0, Math.min(source.size, 4096));
  if (source.size === 0) throw unreadable('empty');
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return refuseOle(source, head);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return openXlsx(source, limits);
  // A mark of UTF-8 or UTF-16 says that it is text, whatever characters follow.
  const marked = [
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
  ].some((mark) => startsWith(head, ...mark));
  const zeros = head.filter((byte) => byte === 0).length;
  // UTF-16 without its mark has a zero in most pairs of a table's commas and digits, and no two in a row.
  const pairs = head.some((byte, at) => byte === 0 && head[at + 1] === 0);
  if (!marked && zeros > 0 && pairs) throw unreadable('not-a-sheet');
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46) || head[0] === 0x3c) throw unreadable('not-a-sheet');
  const rows = () => csvRows(source, limits);
  return { kind: 'csv', epoch: 1900, rows, sheets: [{ name: '', rows, merged: async () => [] }] };
};
