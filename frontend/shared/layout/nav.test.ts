import { expect, test } from '@jest/globals';
import { reaches } from './nav.ts';

test('without roles everybody reaches a page', () => {
  expect(reaches(undefined, [])).toBe(true);
});

test('one of the named roles is enough; an empty list is for nobody', () => {
  expect(reaches(['AUDITOR', 'OPERATOR'], ['OPERATOR'])).toBe(true);
  expect(reaches(['AUDITOR'], ['OPERATOR'])).toBe(false);
  expect(reaches([], ['OPERATOR'])).toBe(false);
});
