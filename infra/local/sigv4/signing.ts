import { createHmac, timingSafeEqual } from 'node:crypto';

const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

export type Scope = { date: string; region: string; service: string };

/** `20260101/cn-north-1/s3/aws4_request` */
export const scopeText = (scope: Scope): string =>
  `${scope.date}/${scope.region}/${scope.service}/aws4_request`;

/** Keys already derived: the same few callers sign all day, and deriving costs four times what signing does. */
const derived = new Map<string, Buffer>();
const kept = 1000;

/** Derives the key of one day, region and service from the secret. */
export function signingKey(secret: string, scope: Scope): Buffer {
  const name = JSON.stringify([secret, scope.date, scope.region, scope.service]);
  const known = derived.get(name);
  if (known) return known;
  const key = hmac(
    hmac(hmac(hmac(`AWS4${secret}`, scope.date), scope.region), scope.service),
    'aws4_request',
  );
  if (derived.size >= kept) derived.clear();
  derived.set(name, key);
  return key;
}

/** The signature over a string to sign, as hex. */
export const sign = (key: Buffer, text: string): string => hmac(key, text).toString('hex');

/** Compares two signatures in a time that does not tell where they differ. */
export function sameSignature(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
