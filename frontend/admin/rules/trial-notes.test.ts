import { expect, test } from '@jest/globals';
import { trialChanges } from './trial-notes.ts';

test('a trial tells whose due date moves, begins or goes', () => {
  expect(
    trialChanges([
      'T42 1 t1: 2027-01-30 → 2026-12-31',
      'C1 h2: — → 2026-01-01',
      'C2 t1: 2026-01-01 → —',
      'x',
    ]),
  ).toEqual([
    { number: 'T42 1', subject: 't1', before: '2027-01-30', after: '2026-12-31' },
    { number: 'C1', subject: 'h2', after: '2026-01-01' },
    { number: 'C2', subject: 't1', before: '2026-01-01' },
  ]);
});
