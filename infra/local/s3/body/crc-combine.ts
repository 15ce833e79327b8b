import type { Algorithm } from './hashers.ts';

/** Reflected polynomials and widths of the CRCs whose parts can be joined into that of the whole. */
const CRCS: Partial<Record<Algorithm, { width: bigint; polynomial: bigint }>> = {
  CRC32: { width: 32n, polynomial: 0xedb88320n },
  CRC32C: { width: 32n, polynomial: 0x82f63b78n },
  CRC64NVME: { width: 64n, polynomial: 0x9a6c9329ac4bc9b5n },
};

type Field = { width: bigint; polynomial: bigint };

/** a·b modulo the polynomial, in the reflected bit order of the CRC (the highest bit is x⁰). */
function multiply(a: bigint, b: bigint, { width, polynomial }: Field): bigint {
  let product = 0n;
  let shifted = b;
  for (let bit = 1n << (width - 1n); bit !== 0n; bit >>= 1n) {
    if (a & bit) product ^= shifted;
    shifted = shifted & 1n ? (shifted >> 1n) ^ polynomial : shifted >> 1n;
  }
  return product;
}

/** x to the power of 8·bytes modulo the polynomial, by squaring. */
function shiftBy(bytes: number, field: Field): bigint {
  let result = 1n << (field.width - 1n);
  let power = 1n << (field.width - 9n);
  for (let n = BigInt(bytes); n > 0n; n >>= 1n) {
    if (n & 1n) result = multiply(result, power, field);
    power = multiply(power, power, field);
  }
  return result;
}

const toNumber = (digest: Buffer): bigint => BigInt(`0x${digest.toString('hex')}`);

/** Whether the checksum of a whole can be had from those of its parts. */
export const canCombine = (algorithm: Algorithm): boolean => CRCS[algorithm] !== undefined;

/** The CRC of all parts in a row, from the CRC and the length in bytes of each. Throws for a hash that is no CRC. */
export function combineCrc(algorithm: Algorithm, parts: readonly { digest: Buffer; size: number }[]): Buffer {
  const field = CRCS[algorithm];
  if (field === undefined) throw new Error(`${algorithm} of parts cannot be combined`);
  const shifts = new Map<number, bigint>();
  let whole = 0n;
  for (const { digest, size } of parts) {
    const shift = shifts.get(size) ?? shiftBy(size, field);
    shifts.set(size, shift);
    whole = multiply(whole, shift, field) ^ toNumber(digest);
  }
  return Buffer.from(whole.toString(16).padStart(Number(field.width) / 4, '0'), 'hex');
}
