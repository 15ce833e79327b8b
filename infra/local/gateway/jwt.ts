import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import * as z from 'zod';

export type Claims = Record<string, unknown>;
export type Verifier = (token: string, issuers: readonly string[]) => Promise<Claims>;

/** `message` is what Cognito authorizers answer. */
export class TokenRefused extends Error {}

const header = z.object({ alg: z.literal('RS256'), kid: z.string() });
const claimsSchema = z.looseObject({ iss: z.string(), exp: z.number(), token_use: z.string() });
const jwks = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() })),
});

function decode(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Checks ID tokens as a Cognito authorizer does: signature by the issuer's published keys, issuer, expiry, kind. */
export function createVerifier(now: () => Date, fetchJson: (url: string) => Promise<unknown>): Verifier {
  const keys = new Map<string, KeyObject>();

  async function keyOf(issuer: string, kid: string): Promise<KeyObject | undefined> {
    const name = `${issuer}#${kid}`;
    if (!keys.has(name)) {
      const found = jwks.parse(await fetchJson(`${issuer}/.well-known/jwks.json`));
      for (const { kid: id, kty, n, e } of found.keys) {
        const key: JsonWebKey = { kty, n, e };
        keys.set(`${issuer}#${id}`, createPublicKey({ key, format: 'jwk' }));
      }
    }
    return keys.get(name);
  }

  return async (token, issuers) => {
    const [first, second, signature, ...rest] = token.split('.');
    const head = header.safeParse(decode(first));
    const claims = claimsSchema.safeParse(decode(second));
    if (!head.success || !claims.success || !signature || rest.length > 0)
      throw new TokenRefused('Unauthorized');
    const { iss, exp, token_use } = claims.data;
    if (!issuers.includes(iss)) throw new TokenRefused('Unauthorized');
    const key = await keyOf(iss, head.data.kid);
    const signed = Buffer.from(`${first}.${second}`);
    const genuine = key && verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'));
    if (!genuine || token_use !== 'id') throw new TokenRefused('Unauthorized');
    if (exp * 1000 <= now().getTime()) throw new TokenRefused('The incoming token has expired');
    return claims.data;
  };
}
