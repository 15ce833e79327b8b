import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates.ts';
import type { TaskState } from '../task.ts';
import { dayThatCounts, type HandIn, handedInOn, returnedUntil, timelinessOf } from './timeliness.ts';

const due = '2027-01-30';
type Row = [string, TaskState, HandIn[], today: string, { until: string; since?: string }];

test.each<Row>([
  ['nothing came and the day is not over', 'open', [], '2027-01-30', { until: due }],
  ['nothing came and the day is over', 'open', [], '2027-01-31', { until: due, since: due }],
  ['handed in on the last day', 'handed-in', [{ on: due }], '2027-03-01', { until: due }],
  ['handed in a day late', 'handed-in', [{ on: '2027-01-31' }], '2027-03-01', { until: due, since: due }],
  [
    'on time, returned after the day: its correction day counts',
    'open',
    [{ on: '2027-01-20', correctBy: '2027-03-15' }],
    '2027-03-15',
    { until: '2027-03-15' },
  ],
  [
    'the correction day was missed: overdue from that day',
    'open',
    [{ on: '2027-01-20', correctBy: '2027-03-15' }],
    '2027-03-16',
    { until: '2027-03-15', since: '2027-03-15' },
  ],
  [
    'corrected in time',
    'accepted',
    [{ on: '2027-01-20', correctBy: '2027-03-15' }, { on: '2027-03-15' }],
    '2027-06-01',
    { until: '2027-03-15' },
  ],
  [
    'corrected too late',
    'certified',
    [{ on: '2027-01-20', correctBy: '2027-03-15' }, { on: '2027-03-16' }],
    '2027-06-01',
    { until: '2027-03-15', since: '2027-03-15' },
  ],
  [
    'a correction day before the due day takes nothing away',
    'open',
    [{ on: '2026-12-01', correctBy: '2026-12-31' }],
    '2027-01-30',
    { until: due },
  ],
  [
    'what came late stays late, though it was returned',
    'open',
    [{ on: '2027-02-10', correctBy: '2027-04-01' }],
    '2027-02-20',
    { until: due, since: due },
  ],
  [
    'returned twice',
    'open',
    [
      { on: '2027-01-20', correctBy: '2027-03-15' },
      { on: '2027-03-01', correctBy: '2027-04-15' },
    ],
    '2027-04-10',
    { until: '2027-04-15' },
  ],
  [
    'a second deposit while the first stands',
    'handed-in',
    [{ on: '2027-01-20' }, { on: '2027-03-01' }],
    '2027-06-01',
    { until: due },
  ],
  ['what is withdrawn is never late', 'withdrawn', [], '2028-01-01', { until: due }],
  ['of what no data were formed is never late', 'no-data', [], '2028-01-01', { until: due }],
])('%s', (_, state, handIns, today, { until, since }) => {
  expect(timelinessOf({ due, state, handIns }, today)).toEqual({
    until,
    onTime: since === undefined,
    ...(since === undefined ? {} : { overdueSince: since }),
  });
});

const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2027-01-01', count));
const chains = fc.array(fc.record({ on: day, correctBy: fc.option(day, { nil: undefined }) }), {
  maxLength: 5,
});

test('a later due day never makes a task later; the day that counts is never before the due day', () => {
  fc.assert(
    fc.property(chains, day, day, day, (handIns, one, other, today) => {
      const [earlier = one, later = other] = [one, other].sort();
      const of = (on: string) => timelinessOf({ due: on, state: 'open', handIns }, today);
      expect(of(earlier).onTime && !of(later).onTime).toBe(false);
      expect(dayThatCounts({ due: one, state: 'open', handIns }) >= one).toBe(true);
    }),
  );
});

test('a return is noted at the last hand-in of its deposit', () => {
  const twice = handedInOn(handedInOn([], 'a', '2027-01-01'), 'b', '2027-01-02');
  expect(returnedUntil(twice, 'a', '2027-02-01')).toEqual([
    { depositId: 'a', on: '2027-01-01', correctBy: '2027-02-01' },
    { depositId: 'b', on: '2027-01-02' },
  ]);
  expect(returnedUntil(twice, 'c', '2027-02-01')).toEqual(twice);
});
