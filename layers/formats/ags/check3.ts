import { splitRow } from '../csv/split.ts';
import type { Fault } from './rules.ts';

/**
 * Follows the rows of an AGS3 file: groups begin with `**`, headings with `*`, and no row has more values than its group
 * has headings (AGS edition 3.1, rules 3 to 15). Long rows go on in further lines, which begin with `<CONT>`.
 */
export function ags3() {
  const names: string[] = [];
  const faults: Fault[] = [];
  let headings = 0;
  let holes = 0;
  return {
    names,
    faults,
    get holes() {
      return holes;
    },
    row(line: string, number: number): void {
      const fault = (what: string) => faults.length < 40 && faults.push({ what, line: number });
      if (!line.startsWith('"')) {
        fault('value without quotes (rule 6)');
        return;
      }
      const cells = splitRow(line.replace(/,$/, ''), ',');
      const [first = ''] = cells;
      if (/^\*\*\??[A-Z0-9]/.test(first)) {
        names.push(first.replace(/^\*+\??/, ''));
        headings = 0;
      } else if (names.length === 0) fault('row before the first group (rule 3)');
      else if (first.startsWith('*')) headings += cells.length;
      else if (headings === 0) fault(`${names.at(-1)}: row before its headings (rule 4)`);
      else {
        if (names.at(-1) === 'HOLE' && !first.startsWith('<')) holes++;
        if (cells.length > headings)
          fault(`${names.at(-1)}: ${cells.length} values, ${headings} headings (rule 9)`);
      }
    },
  };
}
