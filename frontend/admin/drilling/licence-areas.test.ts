import { reportOfArea } from '@geoarchive/contract/area.ts';
import { expect, test } from '@jest/globals';
import { blocksOf, questionAt } from './licence-areas.ts';

const square = ['110,30', '111,30', '111,31', '110,31'];

test('each block of a licence is a question that the portal takes', () => {
  const { blocks, fault } = blocksOf([square, ['112,30', '113,30', '112.5,31']]);
  expect(fault).toBeUndefined();
  expect(blocks).toEqual([
    { text: '110,30;111,30;111,31;110,31', boxed: false },
    { text: '112,30;113,30;112.5,31', boxed: false },
  ]);
  for (const { text } of blocks) expect(reportOfArea.query.safeParse({ area: text }).success).toBe(true);
});
test('corners in degrees, minutes and seconds are turned into degrees', () => {
  const { blocks } = blocksOf([['110°30′0″,30°0′0″', '111°0′0″,30°0′0″', '111°0′0″,30°30′0″']]);
  expect(blocks).toEqual([{ text: '110.5,30;111,30;111,30.5', boxed: false }]);
});
test('of a line with more corners than the portal takes the box around it is asked for', () => {
  const round = Array.from({ length: 200 }, (_, at) => {
    const angle = (at / 200) * 2 * Math.PI;
    return `${(110 + Math.cos(angle)).toFixed(6)},${(30 + Math.sin(angle)).toFixed(6)}`;
  });
  const { blocks } = blocksOf([round]);
  expect(blocks).toEqual([{ text: '109,29;111,29;111,31;109,31', boxed: true }]);
});
test('an area that cannot be read says why, and asks nothing', () => {
  const { blocks, fault } = blocksOf([['110,30', '111,30']]);
  expect(blocks).toEqual([]);
  expect(fault?.zh).not.toBe('');
});
test('the question stands in the address', () => {
  expect(questionAt('https://portal.example', { text: '1,2;3,4;5,6', boxed: false })).toBe(
    'https://portal.example/before-drilling?area=1%2C2%3B3%2C4%3B5%2C6',
  );
});
