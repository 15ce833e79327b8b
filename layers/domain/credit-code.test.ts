import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { creditCodeCheck, isCreditCode, looksLikeCreditCode, provinceOfCreditCode } from './credit-code.ts';

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const code = fc
  .array(fc.constantFrom(...signs), { minLength: 17, maxLength: 17 })
  .map((first) => first.join(''))
  .map((first) => `${first}${creditCodeCheck(first)}`);

describe('a credit code', () => {
  test('an example that validators everywhere use is one', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
  });
  test.each([
    ['another last sign', '91350100M000100Y44'],
    ['two signs changed about', '91350100M000010Y43'],
    ['a sign that codes have not', '9135O100M000100Y43'],
    ['small letters', '91350100m000100y43'],
    ['seventeen signs', '91350100M000100Y4'],
    ['nothing', ''],
  ])('with %s it is none', (_, text) => {
    expect(isCreditCode(text)).toBe(false);
  });
  test('any one sign changed makes it wrong', () => {
    fc.assert(
      fc.property(
        code,
        fc.nat({ max: 17 }),
        fc.constantFrom(...signs),
        (right, at, sign) =>
          right[at] === sign || !isCreditCode(`${right.slice(0, at)}${sign}${right.slice(at + 1)}`),
      ),
    );
  });
  test('any text is looked at without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isCreditCode(text) === 'boolean'));
  });
});

test('what is meant as a code is told by its form; the province stands in it', () => {
  expect(looksLikeCreditCode('91350100M000100Y44')).toBe(true);
  expect(looksLikeCreditCode('DEMO-SURVEY')).toBe(false);
  expect(provinceOfCreditCode('91350100M000100Y43')).toBe('350000');
  expect(provinceOfCreditCode('91350100M000100Y44')).toBeUndefined();
  expect(provinceOfCreditCode(`91100000000000000${creditCodeCheck('91100000000000000')}`)).toBeUndefined();
});
