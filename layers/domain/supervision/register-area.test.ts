import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areaText, parseArea, ringsOf } from './register-area.ts';

const square = '116.1,39.1; 116.2,39.1; 116.2,39.2; 116.1,39.2';

test('corners in any form make closed rings, block by block; what was given stays', () => {
  const given = `${square} | E117°06′00″ N39°06′00″；E117°12′00″ N39°06′00″\nE117°12′00″ N39°12′00″`;
  const area = parseArea(given);
  expect(area.map((block) => block.length)).toEqual([4, 3]);
  expect(area[1]?.[0]).toBe('E117°06′00″ N39°06′00″');
  const read = ringsOf(area);
  if ('fault' in read) throw new Error(read.fault.en);
  expect(read.rings[0]).toEqual([
    [116.1, 39.1],
    [116.2, 39.1],
    [116.2, 39.2],
    [116.1, 39.2],
    [116.1, 39.1],
  ]);
  expect(read.rings[1]).toHaveLength(4);
  expect(read.rings[1]?.[0]?.[0]).toBeCloseTo(117.1, 9);
});

test.each([
  ['crosses itself', '116.1,39.1; 116.2,39.2; 116.2,39.1; 116.1,39.2', '自相交'],
  ['two corners', '116.1,39.1; 116.2,39.2', '三个不同的拐点'],
  ['latitude first', '39.1,116.1; 39.1,116.2; 39.2,116.2', '第 1 个拐点“39.1,116.1”：经度和纬度的顺序反了'],
  ['no place', `${square}; here`, '第 5 个拐点“here”'],
  ['in the second block', `${square} | 116.1,39.1; 116.2,39.2`, '第 2 个区块'],
])('%s: says where and what to do', (_, text, expected) => {
  expect(ringsOf(parseArea(text))).toMatchObject({ fault: { zh: expect.stringContaining(expected) } });
});

test('an area in one cell is read again as the same', () => {
  const corner = fc
    .tuple(fc.integer({ min: 70, max: 140 }), fc.integer({ min: 1, max: 60 }))
    .map(([x, y]) => `${x}.5, ${y}.25`);
  const area = fc.array(fc.array(corner, { minLength: 1, maxLength: 6 }), { maxLength: 4 });
  fc.assert(fc.property(area, (blocks) => expect(parseArea(areaText(blocks))).toEqual(blocks)));
});

test('no area is none', () => {
  expect(parseArea(' ; | ')).toEqual([]);
  expect(ringsOf([])).toEqual({ rings: [] });
});
