import { describe, expect, test } from '@jest/globals';
import { comparedNumber, exactNumber, isSameHole } from './same-hole.ts';

describe('numbers of holes', () => {
  test.each([
    ['ZK0101', 'zk-0101'],
    ['ZK 0101', 'ＺＫ０１０１'],
    ['ZK1-11', 'ZK1—11'],
    ['ZK1-11', 'zk 1 11'],
    ['-ZK1-', 'ZK1'],
  ])('%s and %s are one', (a, b) => {
    expect(exactNumber(a)).toBe(exactNumber(b));
    expect(comparedNumber(a)).toBe(comparedNumber(b));
  });
  test.each([
    ['ZK1-11', 'ZK11-1'],
    ['ZK1-11', 'ZK111'],
    ['ZK1', 'ZK2'],
  ])('%s and %s are two', (a, b) => {
    expect(exactNumber(a)).not.toBe(exactNumber(b));
  });
});

test('are looked for without their dashes', () => {
  expect(comparedNumber('zk 01-01')).toBe(comparedNumber('ZK0101'));
});

describe('holes of one number', () => {
  const at = (longitude: number, accuracyMetres = 0) => ({
    place: { longitude, latitude: 30, accuracyMetres },
  });
  test('are one within 50 m, and further where a place is unsure', () => {
    expect(isSameHole(at(110), at(110.0005))).toBe(true);
    expect(isSameHole(at(110), at(110.0006))).toBe(false);
    expect(isSameHole(at(110), at(110.0006, 20))).toBe(true);
  });
  test('without a place are told by their project', () => {
    expect(isSameHole({ project: '甲' }, { project: '甲' })).toBe(true);
    expect(isSameHole({ project: '甲' }, { project: '乙' })).toBe(false);
    expect(isSameHole(at(110), { project: '甲' })).toBe(false);
    expect(isSameHole({ hole: 'ZK1-11' }, { hole: 'ZK11-1' })).toBe(false);
    expect(isSameHole({ hole: 'ZK1-11' }, { hole: 'zk1—11' })).toBe(true);
  });
});
