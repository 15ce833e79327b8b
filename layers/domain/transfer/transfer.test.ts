import { expect, test } from '@jest/globals';
import { transferListNumber } from '../numbers.ts';
import {
  defaultTransfer,
  groundsFor,
  isTransferLate,
  mostOnList,
  transferDue,
  transferHorizon,
  transferLifecycle,
  transferReceivers,
} from './transfer.ts';

const nodes = [
  { code: 'NGA' },
  { code: 'HB', province: '420000' },
  { code: 'HN', province: '430000' },
  { code: 'JX', province: '360000' },
];
const receivers = (more: Partial<Parameters<typeof transferReceivers>[0]> = {}, of = nodes) =>
  transferReceivers({ node: 'HB', dataKind: 'result', forwardsTo: [], ...more }, of).map(
    ({ to, route }) => `${to} ${route}`,
  );

test('result data of a provincial archive go to the national one', () => {
  expect(receivers()).toEqual(['NGA national']);
  expect(receivers({ node: 'NGA' })).toEqual([]);
  expect(receivers({ dataKind: 'original' })).toEqual([]);
  expect(receivers({ dataKind: 'physical' })).toEqual([]);
});

test('and to each further province in which the work lies, once, where it has an archive here', () => {
  expect(receivers({ forwardsTo: ['43', '36', '43'] })).toEqual([
    'NGA national',
    'HN province',
    'JX province',
  ]);
  expect(receivers({ forwardsTo: ['42', '51'] })).toEqual(['NGA national']);
});

test('by the national archive too where it received instead of the first province', () => {
  expect(receivers({ node: 'NGA', forwardsTo: ['43'] })).toEqual(['HN province']);
  expect(receivers({ node: 'NGA', forwardsTo: ['43'], dataKind: 'original' })).toEqual([]);
});

test('where nobody is there to receive, or the archive is not known, nothing is owed', () => {
  expect(receivers({ forwardsTo: ['43'] }, nodes.slice(1))).toEqual(['HN province']);
  expect(receivers({}, [{ code: 'HB', province: '420000' }])).toEqual([]);
  expect(receivers({ node: 'XX' })).toEqual([]);
});

test('due so many calendar days after acceptance, days off or not, and late from the day after', () => {
  expect(transferDue('2026-11-22', defaultTransfer)).toBe('2027-02-20');
  expect(transferDue('2026-11-22', { days: 60 })).toBe('2027-01-21');
  const due = '2027-02-20';
  expect(isTransferLate({ state: 'due', due }, due)).toBe(false);
  expect(isTransferLate({ state: 'due', due }, '2027-02-21')).toBe(true);
  expect(isTransferLate({ state: 'refused', due }, '2027-02-21')).toBe(true);
  for (const state of ['sent', 'received', 'exempt'] as const)
    expect(isTransferLate({ state, due }, '2027-02-21')).toBe(false);
});

test('looked at from the day on which the first notice comes', () => {
  expect(transferHorizon('2027-01-21', defaultTransfer)).toBe('2027-02-21');
  expect(transferHorizon('2027-01-21', { ...defaultTransfer, noticeDays: [] })).toBe('2027-01-22');
});

test('what is refused goes back to be sent or exempted; what is received is done', () => {
  const { moves } = transferLifecycle;
  expect(moves.send.from).toEqual(['due', 'refused']);
  expect(moves.exempt.from).toEqual(['due', 'refused']);
  expect(Object.values(moves).filter(({ from }) => from.includes('received'))).toEqual([]);
});

test('from the national archive by one of the five kinds, from another province only when that is named no more', () => {
  expect(groundsFor('national')).toHaveLength(5);
  expect(groundsFor('province')).toEqual(['not-named']);
});

test('a list fits a transaction, and its number the field of the warehouse list', () => {
  // Counter, list, event, audit; of each transfer its row, event, audit.
  expect(4 + 3 * mostOnList).toBeLessThanOrEqual(100);
  expect(transferListNumber('HB', '2026', 1)).toBe('YJ-HB-2026-00001');
  expect(transferListNumber('HB', '2026', 1)).toHaveLength(16);
});
