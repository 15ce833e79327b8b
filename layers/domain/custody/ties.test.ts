import { describe, expect, test } from '@jest/globals';
import { isSameHolding } from './compare.ts';
import { dossierTie, findingOf, isSameTie, taskForms, tieKey } from './ties.ts';

describe('a tie is the same however it is typed', () => {
  test.each([
    ['task', 'RW-2026-7', ' ｒｗ－２０２６－７ ', true],
    ['task', 'RW-7', 'RW-71', false],
    ['dossier', 'd00000012', 'Ｄ００００００12', true],
    ['dossier', 'd00000012', 'cgdoi.NGA/d00000012', true],
    ['dossier', 'cgdoi.HB/d00000012', 'NGA/d00000012', false],
    ['dossier', '九号', ' 九号', true],
    ['well', '示例 1 井', '示例1井', true],
    ['well', 'zk1－11', 'ZK1-11', true],
    // Two holes of one exploration, though they stand together.
    ['well', 'ZK1-11', 'ZK11-1', false],
  ] as const)('%s %s and %s: %s', (tie, a, b, same) => {
    expect(isSameTie(tie, a, b)).toBe(same);
    if (same) expect(tieKey(tie, a)).toBe(tieKey(tie, b));
  });
  test('so two years do not differ by it', () => {
    const row = { code: 'A', well: 'ZK1-11', task: 'RW-7', dossier: 'd00000012' };
    expect(isSameHolding(row, { ...row, well: 'ｚｋ1－11', task: 'rw-7', dossier: 'D00000012' })).toBe(true);
    expect(isSameHolding(row, { ...row, well: 'ZK11-1' })).toBe(false);
    expect(isSameHolding(row, { ...row, dossier: 'HB/d00000012' })).toBe(false);
  });
});

test('an archive number is read in its forms, and nothing else is', () => {
  expect(dossierTie('cgdoi.nga/D00000012')).toEqual({ node: 'NGA', sequence: 12 });
  expect(dossierTie('ｄ00000012')).toEqual({ sequence: 12 });
  expect(dossierTie('d0000012')).toBeUndefined();
  expect(dossierTie('九号')).toBeUndefined();
});

test('a task is looked for as it was typed too: it may be registered in full width', () => {
  expect(taskForms('国资（2019）rw')).toEqual(['国资（2019）rw', '国资(2019)rw', '国资(2019)RW']);
  expect(taskForms('RW-7')).toEqual(['RW-7']);
});

test('a finding is of its cell', () => {
  expect(findingOf('well', ['unknown-task', 'unknown-well'])).toBe('unknown-well');
  expect(findingOf('dossier', ['unknown-task', 'unknown-well'])).toBeUndefined();
});
