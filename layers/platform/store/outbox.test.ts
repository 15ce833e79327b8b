import { expect, test } from '@jest/globals';
import { outboxWrite } from './outbox.ts';

const idAt = (at: string): string => {
  const write = outboxWrite('table', () => new Date(at), 'DepositSubmitted', {
    depositId: '01J00000000000000000000000',
    round: 1,
  });
  return 'Put' in write ? String(write.Put?.Item?.['sk']) : '';
};

test('ids rise within a millisecond, and when the clock goes back by a little', () => {
  const ids = ['2026-01-02T00:00:00.500Z', '2026-01-02T00:00:00.500Z', '2026-01-02T00:00:00.100Z'].map(idAt);
  expect(new Set(ids).size).toBe(3);
  expect([...ids].sort()).toEqual(ids);
});

test('a clock set back is believed: what comes after has an id of its own time', () => {
  const ahead = idAt('2027-01-02T00:00:00.000Z');
  const back = idAt('2026-01-02T00:00:00.000Z');
  const other = idAt('2026-01-02T00:00:05.000Z');
  expect(back < other && other < ahead).toBe(true);
});
