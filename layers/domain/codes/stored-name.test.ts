import { expect, test } from '@jest/globals';
import { withEdits } from './edit.ts';
import { minerals } from './minerals.ts';
import { workDegrees } from './small-lists.ts';
import { nameToStore, storedName } from './stored-name.ts';

const day = '2026-11-24';

test('a stored name is known in both languages, also when it is retired or was never in the list', () => {
  expect(storedName(minerals.entries, '铜矿', day)).toEqual({
    name: { zh: '铜矿', en: 'Copper' },
    standing: 'listed',
  });
  expect(storedName(workDegrees.entries, '预查', day)).toEqual({
    name: { zh: '预查', en: 'Reconnaissance' },
    standing: 'retired',
  });
  expect(storedName(workDegrees.entries, '预查', '2020-01-01').standing).toBe('listed');
  expect(storedName(minerals.entries, '青金石', day)).toEqual({
    name: { zh: '青金石', en: '青金石' },
    standing: 'unlisted',
  });
});

test('the name before a rename is retired, the name after it is offered', () => {
  const entries = withEdits(minerals.entries, [
    { kind: 'rename', slug: 'gold', name: { zh: '岩金矿', en: 'Lode gold' }, from: '2026-01-01' },
  ]);
  expect(storedName(entries, '金矿', day).standing).toBe('retired');
  expect(storedName(entries, '岩金矿', day).standing).toBe('listed');
});

test.each([
  ['copper', '铜矿'],
  [' ＣＯＰＰＥＲ ', '铜矿'],
  ['铜矿', '铜矿'],
  ['铜', '铜'],
  [' 青金石 ', '青金石'],
])('%s is stored as %s', (written, stored) =>
  expect(nameToStore(minerals.entries, written, day)).toBe(stored),
);

test('what is retired is not what somebody means today', () => {
  expect(nameToStore(workDegrees.entries, 'reconnaissance', day)).toBe('reconnaissance');
});
