import { expect, test } from '@jest/globals';
import { type Act, acts, type BarInForce, eligibilityOf } from './eligibility.ts';

const circular: BarInForce = { kind: 'until-complete', from: '2026-03-01', paper: 'TB-HB-2026-00001' };
const fraud: BarInForce = { kind: 'two-years', from: '2026-03-01', until: '2028-03-01', paper: 'CF-1' };

test.each<[Act, BarInForce[], number, boolean, string[]]>([
  ['new-exploration-right', [], 0, true, []],
  ['new-exploration-right', [], 2, true, ['2 项']],
  ['new-exploration-right', [circular], 1, false, ['第二十条', '1 项']],
  ['new-mining-right', [fraud], 0, false, ['第二十一条']],
  ['state-project', [circular, fraud], 0, false, ['第二十条', '第二十一条']],
  ['renewal', [circular], 0, true, ['第二十条', '不限制延续']],
  ['transfer', [fraud], 3, true, ['2028-03-01', '转让', '3 项']],
])('%s with bars %j and %i overdue: %s', (act, bars, overdue, may, said) => {
  const { may: answer, reasons } = eligibilityOf(act, bars, overdue);
  expect(answer).toBe(may);
  expect(reasons).toHaveLength(said.length);
  said.forEach((words, at) => {
    expect(reasons[at]?.zh).toContain(words);
  });
});

test('without a bar nothing is barred, whatever is overdue', () => {
  for (const act of acts) expect(eligibilityOf(act, [], 9).may).toBe(true);
});
