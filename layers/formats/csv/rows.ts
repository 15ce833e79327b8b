import { endsQuoted, splitRow } from './split.ts';

export type Row = { line: number; cells: string[] };
/** Lines that one quoted cell may span before the quote is taken as not closed. */
const LONGEST_CELL = 200;

/**
 * Rows of a delimited text. Yields `unclosed` once with the line of a quote that never closes; that line
 * is then read as it stands.
 */
export async function* tableRows(
  lines: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<Row | { unclosed: number }> {
  let pending: string[] = [];
  let open = false;
  let number = 0;
  const flush = function* (): Generator<Row | { unclosed: number }> {
    const first = number - pending.length + 1;
    yield { unclosed: first };
    for (const [index, line] of pending.entries())
      yield { line: first + index, cells: splitRow(line, delimiter) };
    pending = [];
    open = false;
  };
  for await (const line of lines) {
    number++;
    open = endsQuoted(line, delimiter, open);
    pending.push(line);
    if (open) {
      if (pending.length > LONGEST_CELL) yield* flush();
      continue;
    }
    yield { line: number - pending.length + 1, cells: splitRow(pending.join('\n'), delimiter) };
    pending = [];
  }
  if (pending.length > 0) yield* flush();
}
