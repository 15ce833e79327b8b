import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { signedByOneOf } from './signers.ts';

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = ({ publicKey }: ReturnType<typeof pair>) =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString();
const [first, second, stranger] = [pair(), pair(), pair()];
const signature = (text: string, { privateKey }: ReturnType<typeof pair>) =>
  sign('sha256', Buffer.from(text), privateKey).toString('base64');

test('one of the trusted keys must have signed this very text', () => {
  const isSigned = signedByOneOf([pem(first), pem(second)]);
  for (const by of [first, second]) expect(isSigned('清单', signature('清单', by))).toBe(true);
  expect(isSigned('清单', signature('清单', stranger))).toBe(false);
  expect(isSigned('清单 ', signature('清单', first))).toBe(false);
  for (const broken of ['', 'AAAA', 'no base64 at all']) expect(isSigned('清单', broken)).toBe(false);
});

test('nobody is trusted where no key is given; what is no key is refused at once', () => {
  expect(signedByOneOf([])('清单', signature('清单', first))).toBe(false);
  expect(() => signedByOneOf(['nonsense'])).toThrow();
});
