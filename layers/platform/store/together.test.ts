import { expect, test } from '@jest/globals';
import type { Key } from './table.ts';
import { together } from './together.ts';

const key = (name: string): Key => ({ pk: name, sk: 'item' });
const opened = (broken = false) => {
  const calls: string[][] = [];
  const read = async (keys: Key[]) => {
    calls.push(keys.map(({ pk }) => pk));
    if (broken) throw new Error('away');
    return keys.filter(({ pk }) => pk !== 'missing').map((of) => ({ ...of, name: of.pk }));
  };
  const get = together(async (one) => (await read([one]))[0], read);
  return { calls, get };
};

test('what is asked for in one instant is one call; each gets its own, what is missing nothing', async () => {
  const { calls, get } = opened();
  const found = await Promise.all([get(key('b')), get(key('missing')), get(key('a')), get(key('b'))]);
  expect(found.map((row) => row?.['name'])).toEqual(['b', undefined, 'a', 'b']);
  expect(calls).toEqual([['b', 'missing', 'a']]);
});

test('what is asked for later is read anew', async () => {
  const { calls, get } = opened();
  await get(key('a'));
  await Promise.all([get(key('a')), get(key('b'))]);
  expect(calls).toEqual([['a'], ['a', 'b']]);
});

test('an error comes to everybody who asked, and the next try is free of it', async () => {
  const { calls, get } = opened(true);
  const tries = await Promise.allSettled([get(key('a')), get(key('b'))]);
  expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(get(key('a'))).rejects.toThrow('away');
  expect(calls).toHaveLength(2);
});
