/**
 * ECDSA over P-256 on a digest that is given (FIPS 186-5 §6.4): Node's own functions always hash by themselves.
 * For the local KMS only: it does not run in constant time.
 */
import { type KeyObject, randomBytes } from 'node:crypto';

type Point = { x: bigint; y: bigint } | undefined;

const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const generator = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
};

const mod = (a: bigint, m: bigint) => ((a % m) + m) % m;

function inverse(a: bigint, m: bigint): bigint {
  let [r0, r1, s0, s1] = [mod(a, m), m, 1n, 0n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1, s0, s1] = [r1, r0 - q * r1, s1, s0 - q * s1];
  }
  return mod(s0, m);
}

function add(a: Point, b: Point): Point {
  if (!a) return b;
  if (!b) return a;
  if (a.x === b.x && mod(a.y + b.y, p) === 0n) return undefined;
  // The curve's coefficient a is -3.
  const slope =
    a.x === b.x
      ? mod((3n * a.x * a.x - 3n) * inverse(2n * a.y, p), p)
      : mod((b.y - a.y) * inverse(b.x - a.x, p), p);
  const x = mod(slope * slope - a.x - b.x, p);
  return { x, y: mod(slope * (a.x - x) - a.y, p) };
}

function multiply(k: bigint, point: Point): Point {
  let [result, doubled, rest]: [Point, Point, bigint] = [undefined, point, k];
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = add(result, doubled);
    doubled = add(doubled, doubled);
  }
  return result;
}

const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
const fromBase64 = (text: string | undefined) => numberOf(Buffer.from(text ?? '', 'base64url'));

function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(2, positive.length), positive]);
}

function derPair(signature: Buffer): [bigint, bigint] | undefined {
  const lengthR = signature[3] ?? 0;
  const lengthS = signature[5 + lengthR] ?? 0;
  const whole = 6 + lengthR + lengthS;
  if (signature[0] !== 0x30 || signature[2] !== 2 || signature[4 + lengthR] !== 2) return undefined;
  if (signature[1] !== whole - 2 || signature.length !== whole) return undefined;
  return [numberOf(signature.subarray(4, 4 + lengthR)), numberOf(signature.subarray(6 + lengthR, whole))];
}

/** Signs a 32-byte digest with a P-256 private key; the signature is DER (RFC 3279 §2.2.3). */
export function signDigest(digest: Buffer, key: KeyObject): Buffer {
  const secret = fromBase64(key.export({ format: 'jwk' }).d);
  for (;;) {
    const k = mod(numberOf(randomBytes(40)), n);
    const r = mod(multiply(k, generator)?.x ?? 0n, n);
    const s = mod(inverse(k, n) * (numberOf(digest) + r * secret), n);
    if (k === 0n || r === 0n || s === 0n) continue;
    const pair = Buffer.concat([derInteger(r), derInteger(s)]);
    return Buffer.concat([Buffer.of(0x30, pair.length), pair]);
  }
}

/** True when the DER signature over the digest was made with the key's other half. */
export function verifyDigest(digest: Buffer, key: KeyObject, signature: Buffer): boolean {
  const pair = derPair(signature);
  if (!pair) return false;
  const [r, s] = pair;
  if (r <= 0n || r >= n || s <= 0n || s >= n) return false;
  const jwk = key.export({ format: 'jwk' });
  const open = { x: fromBase64(jwk.x), y: fromBase64(jwk.y) };
  const w = inverse(s, n);
  const point = add(multiply(mod(numberOf(digest) * w, n), generator), multiply(mod(r * w, n), open));
  return point !== undefined && mod(point.x, n) === r;
}
