import { splitRow } from './split.ts';

export type Dialect = { delimiter: string; columns: number };

const DELIMITERS = [',', '\t', ';', '|'] as const;
const NAMED = new Set(['csv', 'tsv', 'tab']);

/** Whole lines of a beginning of text; the last one is dropped when the text goes on. */
function wholeLines(text: string, cut: boolean): string[] {
  const lines = text.slice(0, 16_000).split(/\r\n|\n|\r/);
  if ((cut || text.length > 16_000) && lines.length > 1) lines.pop();
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).slice(0, 60);
}

/** The delimiter by which most lines have the same number of columns, at least two. */
export function findDialect(
  text: string,
  cut: boolean,
): (Dialect & { agreement: number; lines: number }) | undefined {
  const lines = wholeLines(text, cut);
  let best: (Dialect & { agreement: number; lines: number }) | undefined;
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const { length } = splitRow(line, delimiter);
      counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    const [columns, share] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    if (columns < 2) continue;
    const agreement = share / lines.length;
    if (!best || agreement * Math.log2(columns + 1) > best.agreement * Math.log2(best.columns + 1))
      best = { delimiter, columns, agreement, lines: lines.length };
  }
  return best;
}

/** True for text that is a delimited table. Prose has commas too: without the name more is asked for. */
export function looksDelimited(text: string, extension: string, cut: boolean): boolean {
  const found = findDialect(text, cut);
  if (NAMED.has(extension)) return true;
  if (!found || found.lines < 3 || found.agreement < 0.9) return false;
  const cells = wholeLines(text, cut).flatMap((line) => splitRow(line, found.delimiter));
  const long = cells.filter((cell) => cell.length > 60).length;
  return long < cells.length * 0.1 && (found.columns > 2 || found.delimiter !== ',' || found.lines > 8);
}
