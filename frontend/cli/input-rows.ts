import { openAsBlob } from 'node:fs';
import type { Language } from '@geoarchive/domain/text.ts';
import type { inputFiles } from '@geoarchive/frontend-shared/sheets/input-file.ts';

/** The file, read as it is needed: one of many megabytes is not held whole. Nothing when it cannot be opened. */
const opened = async (file: string): Promise<Blob | undefined> => {
  try {
    return await openAsBlob(file);
  } catch {
    return undefined;
  }
};

/**
 * Reads the rows of a file and names on standard error what is wrong with it, each row with its remedy. Where nothing may be
 * imported it gives the exit code instead: 2 no such file, 1 wrong rows.
 */
export const inputRows = async <T>(
  files: ReturnType<typeof inputFiles<T>>,
  file: string,
  tongue: Language,
): Promise<T[] | 1 | 2> => {
  const blob = await opened(file);
  if (blob === undefined) {
    process.stderr.write(tongue === 'zh' ? `打不开文件：${file}\n` : `The file cannot be opened: ${file}\n`);
    return 2;
  }
  const { rows, wrong, problems, notes } = await files.read(blob, file);
  const told = [
    ...[...problems, ...notes].map(({ message, remedy }) => `${message[tongue]} ${remedy[tongue]}`),
    ...wrong.map(({ row, column, message, remedy }) =>
      `${row}: ${files.columnName(column, tongue)} ${message[tongue]} ${remedy[tongue]}`.trim(),
    ),
  ];
  if (told.length > 0) process.stderr.write(`${told.join('\n')}\n`);
  return problems.length + wrong.length > 0 ? 1 : rows;
};
