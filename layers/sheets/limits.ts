/** How much of a file is taken. Beyond it a file is refused with a remedy, before memory goes. */
export type Limits = {
  /** Rows, those of headings and empty ones too. */
  rows: number;
  columns: number;
  /** Characters of one row of a CSV, or of one text in a workbook. */
  rowChars: number;
  /** Bytes of a workbook's part, unpacked; and how many times the packed ones from 100 MB on. */
  unpacked: number;
  ratio: number;
  /** Bytes of a workbook's table of shared texts, which is held packed in memory. */
  strings: number;
};

/** Rows and characters as Excel knows them, some more rows; a sheet of a million rows unpacks to some 500 MB at a ratio of 10 to 60. */
export const standardLimits: Limits = {
  rows: 1_100_000,
  columns: 1_000,
  rowChars: 4 * 1024 * 1024,
  unpacked: 8 * 1024 ** 3,
  ratio: 200,
  strings: 256 * 1024 * 1024,
};
/** What every office program allows in one sheet of a workbook (ECMA-376, Excel's limits). */
export const mostSheetRows = 1_048_576;
