import { expect, test } from '@jest/globals';
import { apart } from './apart.ts';
import type { Write } from './table.ts';

const put = (sk: string): Write => ({ Put: { TableName: 't', Item: { pk: 'a', sk } } });
const gone = (sk: string): Write => ({ Delete: { TableName: 't', Key: { pk: 'a', sk } } });

test('a group that touches an item of an earlier one does not go along, and leaves nothing behind', () => {
  const goesAlong = apart();
  expect(goesAlong([put('1'), put('2')])).toBe(true);
  expect(goesAlong([gone('2'), put('3')])).toBe(false);
  expect(goesAlong([put('3')])).toBe(true);
  expect(goesAlong([])).toBe(true);
});
