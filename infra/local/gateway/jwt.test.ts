import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createVerifier } from './jwt.ts';

const issuer = 'http://127.0.0.1:1/pool';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const now = new Date('2026-11-22T00:00:00Z');
const seconds = now.getTime() / 1000;
const base = { iss: issuer, exp: seconds + 60, token_use: 'id', sub: 's' };
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function token(claims: object, header: object = { alg: 'RS256', kid: 'k' }, key = privateKey): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}
let fetched = 0;
const verifier = () =>
  createVerifier(
    () => now,
    async () => {
      fetched += 1;
      return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig' }] };
    },
  );

describe('ID tokens', () => {
  test('a genuine one gives its claims, and keys are asked for once', async () => {
    const verify = verifier();
    fetched = 0;
    expect(await verify(token(base), [issuer])).toMatchObject({ sub: 's' });
    await verify(token({ ...base, sub: 't' }), ['http://else', issuer]);
    expect(fetched).toBe(1);
  });
  test.each([
    ['signed by another', token(base, undefined, other.privateKey), 'Unauthorized'],
    ['from another pool', token({ ...base, iss: 'http://127.0.0.1:1/other' }), 'Unauthorized'],
    ['an access token', token({ ...base, token_use: 'access' }), 'Unauthorized'],
    ['expired', token({ ...base, exp: seconds }), 'The incoming token has expired'],
    ['without signature', `${token(base).split('.').slice(0, 2).join('.')}.`, 'Unauthorized'],
    ['alg none', `${encode({ alg: 'none', kid: 'k' })}.${encode(base)}.x`, 'Unauthorized'],
    ['alg HS256', token(base, { alg: 'HS256', kid: 'k' }), 'Unauthorized'],
    ['an unknown key', token(base, { alg: 'RS256', kid: 'x' }), 'Unauthorized'],
    ['four parts', `${token(base)}.x`, 'Unauthorized'],
    ['nonsense', 'nonsense', 'Unauthorized'],
  ])('one %s is refused', async (_, given, message) => {
    await expect(verifier()(given, [issuer])).rejects.toThrow(message);
  });
  test('changed claims are refused', async () => {
    const [head, , signature] = token(base).split('.');
    await expect(
      verifier()(`${head}.${encode({ ...base, sub: 'admin' })}.${signature}`, [issuer]),
    ).rejects.toThrow('Unauthorized');
  });
});
