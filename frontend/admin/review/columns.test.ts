import { expect, test } from '@jest/globals';
import { termOf } from './columns.tsx';

test.each([
  [{ term: { kind: 'calendar', running: true, used: 10, left: 0 } }, 'running'],
  [{ term: { kind: 'calendar', running: true, used: 11, left: -1 } }, 'late'],
  [{ term: { kind: 'working', running: false, used: 11, left: -1 } }, 'standing'],
  [{}, 'done'],
] as const)('%j is %s', (review, term) => expect(termOf(review)).toBe(term));
