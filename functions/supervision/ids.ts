import { createHash } from 'node:crypto';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;

/**
 * An id that follows from what a thing is, so that the same thing is never made twice: 26 digits of Crockford's base 32, the form of
 * all ids, made of 128 bits of a SHA-256. Unlike a ULID it says nothing of time.
 */
export const idOf = (...parts: readonly string[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  let rest = BigInt(`0x${hash.subarray(0, 16).toString('hex')}`);
  let id = '';
  for (let at = 0; at < length; at += 1) {
    id = (digits[Number(rest % 32n)] ?? '') + id;
    rest /= 32n;
  }
  return id;
};
