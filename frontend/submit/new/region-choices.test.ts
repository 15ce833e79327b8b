import * as rows from '@geoarchive/assets/regions/gb2260.ts';
import { regionList } from '@geoarchive/domain/codes/regions.ts';
import { expect, test } from '@jest/globals';
import { regionChoices, regionStanding } from './region-choices.ts';
import { regionOf } from './values.ts';

const day = '2026-11-24';
const { entries } = regionList(rows);
const choices = regionChoices(entries, day, ({ zh }) => zh);

test('a county is shown in its city and province, and found by each', () => {
  const choice = choices.find(({ value }) => value === '420281 大冶市');
  expect(choice?.label).toBe('湖北省 / 黄石市 / 大冶市');
  expect(choice?.find).toContain('Hubei');
  expect(choices.find(({ value }) => value === '110118 密云区')?.label).toBe('北京市 / 密云区');
});

test('every choice is a region that the form takes, and each once', () => {
  expect(choices.filter(({ value }) => regionOf(value) === undefined)).toEqual([]);
  expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
  expect(choices.some(({ value }) => value.startsWith('110228'))).toBe(false);
});

test.each([
  ['110118 密云区', 'listed'],
  ['420000 湖北', 'listed'],
  ['110228 密云县', 'retired'],
  ['999999 某地', 'unlisted'],
  ['某地', 'unlisted'],
])('%s is %s', (text, standing) => expect(regionStanding(entries, text, day)).toBe(standing));
