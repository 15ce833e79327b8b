import { expect, test } from '@jest/globals';
import { trialChanges } from './trial-notes.ts';

test('a trial tells whose due date or archive moves, whose begins or goes', () => {
  expect(
    trialChanges([
      'T42 1 t1: 2027-01-30 HB → 2026-12-31 HB',
      'T43 t1: 2027-01-30 HB → 2027-01-30 NGA',
      'C1 h2: — → 2026-01-01 HB',
      'C2 t1: 2026-01-01 HB → —',
      'x',
    ]),
  ).toEqual([
    {
      number: 'T42 1',
      subject: 't1',
      before: { day: '2027-01-30', node: 'HB' },
      after: { day: '2026-12-31', node: 'HB' },
    },
    {
      number: 'T43',
      subject: 't1',
      before: { day: '2027-01-30', node: 'HB' },
      after: { day: '2027-01-30', node: 'NGA' },
    },
    { number: 'C1', subject: 'h2', after: { day: '2026-01-01', node: 'HB' } },
    { number: 'C2', subject: 't1', before: { day: '2026-01-01', node: 'HB' } },
  ]);
});

test('a trial of publication, and one from before archives were told, names days alone', () => {
  expect(trialChanges(['T1-t1 task: 2027-03-31 → 2027-04-30', 'T1-t1 task: 2027-03-31 → —'])).toEqual([
    { number: 'T1-t1', subject: 'task', before: { day: '2027-03-31' }, after: { day: '2027-04-30' } },
    { number: 'T1-t1', subject: 'task', before: { day: '2027-03-31' } },
  ]);
});
