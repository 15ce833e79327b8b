import { expect, test } from '@jest/globals';
import { challengeOf, randomText } from './pkce.ts';

test('the challenge of RFC 7636, appendix B', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('random texts are long, plain and different', () => {
  const [one, other] = [randomText(), randomText()];
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(one).not.toBe(other);
});
