import { minerals } from '@geoarchive/domain/codes/minerals.ts';
import { workDegrees } from '@geoarchive/domain/codes/small-lists.ts';
import { expect, test } from '@jest/globals';
import { choicesOf, isFoundBy, valuesOf } from './choices.ts';

const day = '2026-11-24';

test('minerals are offered in their groups, by the names of the language, stored by the Chinese ones', () => {
  const choices = choicesOf(minerals.entries, day, ({ en }) => en);
  expect(choices).toHaveLength(7);
  expect(choices[3]).toMatchObject({
    label: 'Precious metals',
    options: expect.arrayContaining([expect.objectContaining({ value: '金矿', label: 'Gold' })]),
  });
  expect(valuesOf(choices).has('贵金属矿产')).toBe(false);
});

test('what is retired is not offered', () => {
  const offered = (on: string) => valuesOf(choicesOf(workDegrees.entries, on, ({ zh }) => zh));
  expect([offered('2020-04-30').has('预查'), offered(day).has('预查')]).toEqual([true, false]);
  expect(offered(day).has('普查')).toBe(true);
});

test.each([
  ['gold 金矿 Gold', 'ＧＯＬＤ', true],
  ['420281 湖北省 黄石市 大冶市', '湖北 大冶', true],
  ['420281 湖北省 黄石市 大冶市', '4202', true],
  ['420281 湖北省 黄石市 大冶市', '武汉', false],
])('%s is found by %s: %s', (find, typed, expected) => expect(isFoundBy(find, typed)).toBe(expected));
