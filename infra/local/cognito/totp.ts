/** Time-based one-time passwords (RFC 6238): SHA-1, 6 digits, 30 seconds. */
import { createHmac, randomBytes } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret of 160 bits in base 32, as authenticator apps read it. */
export const newSecret = (): string =>
  Array.from(randomBytes(32), (byte) => alphabet[byte % 32] ?? 'A').join('');

function decode(secret: string): Buffer {
  const bits = Array.from(secret.toUpperCase().replace(/[\s=]/g, ''), (letter) => {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new Error('a TOTP secret is base 32');
    return value.toString(2).padStart(5, '0');
  }).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The code of a moment. */
export function totp(secret: string, at: Date): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const digest = createHmac('sha1', decode(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** True for the code of now, or of the step before or after (clocks differ). */
export const totpFits = (secret: string, code: string, now: Date): boolean =>
  [-30_000, 0, 30_000].some((shift) => totp(secret, new Date(now.getTime() + shift)) === code);
