import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates.ts';
import { type ChaseFacts, chasingOf } from './chasing.ts';

const today = '2026-11-22';
const ago = (days: number) => addDays(today, -days);
const demand = (days: number, late: number): ChaseFacts => ({
  state: 'demanded',
  steps: [{ step: 'demand', on: ago(days) }],
  oldestDue: ago(days + late),
});

describe('chasing work', () => {
  it('is counted by state, and by paper within the last days, today included', () => {
    const order = { step: 'order' as const, on: today };
    const all = [
      demand(0, 1),
      demand(29, 1),
      demand(30, 1),
      demand(90, 1),
      { state: 'ordered' as const, steps: [{ step: 'demand' as const, on: ago(400) }, order] },
    ];
    const { states, papers } = chasingOf(all, today);
    expect(states).toEqual({ demanded: 4, ordered: 1 });
    expect(papers).toEqual([
      { days: 30, counts: { demand: 2, order: 1, propose: 0, fine: 0, circulate: 0 } },
      { days: 90, counts: { demand: 3, order: 1, propose: 0, fine: 0, circulate: 0 } },
    ]);
  });
  it('tells the median of the days to the demand, of the last 90 days', () => {
    expect(chasingOf([demand(1, 10), demand(2, 30), demand(3, 500), demand(90, 1)], today).medianDays).toBe(
      30,
    );
    expect(chasingOf([demand(1, 10), demand(2, 31)], today).medianDays).toBe(20.5);
    expect(chasingOf([demand(90, 10)], today)).not.toHaveProperty('medianDays');
    expect(chasingOf([{ ...demand(1, 1), oldestDue: undefined }], today)).not.toHaveProperty('medianDays');
  });
  it('half of the waits are not longer than the median, half not shorter', () => {
    const waits = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(waits, (all) => {
        const { medianDays = -1 } = chasingOf(
          all.map((late) => demand(1, late)),
          today,
        );
        expect(all.filter((late) => late <= medianDays).length * 2).toBeGreaterThanOrEqual(all.length);
        expect(all.filter((late) => late >= medianDays).length * 2).toBeGreaterThanOrEqual(all.length);
      }),
    );
  });
});
