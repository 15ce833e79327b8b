import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import * as z from 'zod';
import type { Pool } from './model.ts';

type Claims = Readonly<Record<string, unknown>>;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A new RSA key for a pool's tokens. */
export function newTokenKey(): { pem: string; kid: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), kid: randomUUID() };
}

/** A token signed with RS256. */
export function signToken(pool: Pool, claims: Claims): string {
  const text = `${encode({ kid: pool.kid, alg: 'RS256' })}.${encode(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), createPrivateKey(pool.pem)).toString('base64url')}`;
}

/** The claims of a token if this pool signed it; time and use are for the caller to check. */
export function readToken(pool: Pool, token: string): Claims | undefined {
  const [head = '', body = '', signature = ''] = token.split('.');
  const good = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    createPublicKey(pool.pem),
    Buffer.from(signature, 'base64url'),
  );
  return good
    ? z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    : undefined;
}

/** The issuer that a token names, before anything is checked. */
export function issuerOf(token: string): string {
  try {
    const body: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return z.object({ iss: z.string() }).parse(body).iss;
  } catch {
    return '';
  }
}

/** The public key as a key set (RFC 7517). */
export function keySet(pool: Pool): { keys: Claims[] } {
  const { e, n } = createPublicKey(pool.pem).export({ format: 'jwk' });
  return { keys: [{ alg: 'RS256', kty: 'RSA', use: 'sig', kid: pool.kid, e, n }] };
}
