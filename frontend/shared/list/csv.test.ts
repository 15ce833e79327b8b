import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import papa from 'papaparse';
import { toCsv } from './csv.ts';

const columns = [
  { heading: '题名', text: (row: string[]) => row[0] ?? '' },
  { heading: 'note', text: (row: string[]) => row[1] ?? '' },
];
const body = (rows: string[][]) => toCsv(columns, rows).slice(1);

describe('toCsv', () => {
  test('begins with a byte order mark and headings', () => {
    expect(toCsv(columns, [])).toBe('\ufeff题名,note\r\n');
  });

  test('leaves out what one can do with a row', () => {
    const more = [...columns, { heading: '操作', text: () => '', actions: true }];
    expect(toCsv(more, [['a', 'b']])).toBe(toCsv(columns, [['a', 'b']]));
  });

  test('quotes commas, quotes and line breaks', () => {
    expect(body([['a,b', 'say "x"\ny']])).toBe('题名,note\r\n"a,b","say ""x""\ny"\r\n');
  });

  test('defuses formulas but keeps negative numbers', () => {
    expect(body([['=HYPERLINK("x")', '-12.5']])).toContain(`"'=HYPERLINK(""x"")",-12.5`);
    expect(body([['@cmd', '-1+2']])).toContain("'@cmd,'-1+2");
  });

  test('another reader finds the same cells', () => {
    const text = fc.string().filter((value) => !/^[=+\-@\t\r]/.test(value));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = papa.parse<string[]>(body(rows), { newline: '\r\n', delimiter: ',' }).data.slice(1, -1);
        expect(read).toEqual(rows);
      }),
    );
  });
});
