import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { parseText } from './parse.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

/** A clause in short: sign, field, its groups of alternatives. */
const short = (text: string): string[] =>
  parseText(text).map(
    (c) =>
      `${c.without ? '-' : ''}${c.field ? `${c.field}:` : ''}${c.groups
        .map((g) => g.map((p) => p.tokens.join(' ') + (p.prefix ? '*' : '')).join('|'))
        .join('&')}`,
  );

describe('parseText', () => {
  test.each<[string, string[]]>([
    ['金矿 新疆', ['金矿', '新疆']],
    ['新疆金矿', ['新疆&金矿']],
    ['新疆铜镍矿', ['新疆&疆铜|铜镍&镍矿']],
    ['"铜镍矿床"', ['铜镍 镍矿 矿床']],
    ['“铜镍矿床', ['铜镍 镍矿 矿床']],
    ['金矿 -煤', ['金矿', '-煤*']],
    ['-"coal mine"', ['-coal mine']],
    ['title:普查 题名：详查', ['title:普查', 'title:详查']],
    ['-author:"Li Wei"', ['-author:li wei']],
    ['geo* iron', ['geo*', 'iron']],
    ['1:50000', ['1 50000*']],
    ['http://x.y', ['http x y']],
    ['foo:bar', ['foo bar']],
    ['d00121414', ['d00121414*']],
    ['L-44-11', ['l 44 11*']],
    ['', []],
    ['  - : "" “” ', []],
    ['title:', ['title']],
    ['钻孔 ZK1203', ['钻孔', 'zk1203*']],
  ])('%s', (text, clauses) => {
    expect(short(text)).toEqual(clauses);
  });

  test('never fails and never gives an empty condition', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '"',
            '-',
            ':',
            ' ',
            'title',
            '题名',
            '金',
            '矿',
            '区',
            'J50',
            '*',
            '“',
            '(',
            'AND',
            '\0',
          ),
        ),
        (parts) => {
          for (const clause of parseText(parts.join(''))) {
            expect(clause.groups.length).toBeGreaterThan(0);
            for (const group of clause.groups) {
              expect(group.length).toBeGreaterThan(0);
              for (const phrase of group) {
                expect(phrase.tokens.length).toBeGreaterThan(0);
                for (const token of phrase.tokens) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
              }
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
