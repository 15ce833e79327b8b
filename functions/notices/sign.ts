import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** What a secret looks like: its prefix tells people and scanners what it is; the rest is 32 random bytes in base64. */
export const secretOf = (random: Uint8Array): string => prefix + Buffer.from(random).toString('base64');

/**
 * The headers of a message after the convention Standard Webhooks (standardwebhooks.com, version 1): a signature per secret, HMAC-SHA256
 * over `id.timestamp.body`, so that a message can neither be changed nor played again later.
 *
 * @param at seconds since 1970
 */
export const signedHeaders = (
  secrets: readonly string[],
  { id, at, body }: { id: string; at: number; body: string },
): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(at),
  'webhook-signature': secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
    })
    .join(' '),
});
