import { describe, expect, test } from '@jest/globals';
import { remembered } from './remember.ts';

const counting = (most: number) => {
  const computed: string[] = [];
  let revision = 1;
  const of = remembered(
    (word: string) => {
      computed.push(word);
      return word.toUpperCase();
    },
    () => revision,
    most,
  );
  return { computed, of, change: () => revision++ };
};

describe('remembered', () => {
  test('computes once, and again after a change', () => {
    const { computed, of, change } = counting(2);
    expect([of('a'), of('a'), of('b')]).toEqual(['A', 'A', 'B']);
    expect(computed).toEqual(['a', 'b']);
    change();
    expect(of('a')).toBe('A');
    expect(computed).toEqual(['a', 'b', 'a']);
  });

  test('forgets what was not asked for longest', () => {
    const { computed, of } = counting(2);
    for (const word of ['a', 'b', 'a', 'c', 'a', 'b']) of(word);
    expect(computed).toEqual(['a', 'b', 'c', 'b']);
  });
});
