import { expect, test } from '@jest/globals';
import { chosenLanguage } from './create.ts';

test.each([
  ['', null, 'zh'],
  ['', 'en', 'en'],
  ['?lang=en', null, 'en'],
  ['?lang=zh', 'en', 'zh'],
  ['?lang=de', 'en', 'zh'],
] as const)('%s with %s stored is %s', (search, stored, language) => {
  expect(chosenLanguage(search, stored)).toBe(language);
});
