/** A cyclic redundancy check in reflected bit order: its width in bits and its polynomial. */
export type Crc = { width: bigint; polynomial: bigint };

/** CRC-64/NVME (NVM Express specification, 64-bit CRC), the checksum that S3 keeps of a whole object. */
export const crc64Nvme: Crc = { width: 64n, polynomial: 0x9a6c9329ac4bc9b5n };

/** a·b modulo the polynomial, in the reflected bit order of the CRC (the highest bit is x⁰). */
const multiply = (a: bigint, b: bigint, { width, polynomial }: Crc): bigint => {
  let product = 0n;
  let shifted = b;
  for (let bit = 1n << (width - 1n); bit !== 0n; bit >>= 1n) {
    if (a & bit) product ^= shifted;
    shifted = shifted & 1n ? (shifted >> 1n) ^ polynomial : shifted >> 1n;
  }
  return product;
};

/** x to the power of 8·bytes modulo the polynomial, by squaring. */
const shiftBy = (bytes: number, of: Crc): bigint => {
  let result = 1n << (of.width - 1n);
  let power = 1n << (of.width - 9n);
  for (let n = BigInt(bytes); n > 0n; n >>= 1n) {
    if (n & 1n) result = multiply(result, power, of);
    power = multiply(power, power, of);
  }
  return result;
};

/** The CRC of all parts in a row, from the CRC and the length in bytes of each: nothing is read again. */
export const joinCrcs = (of: Crc, parts: readonly { crc: bigint; size: number }[]): bigint => {
  const shifts = new Map<number, bigint>();
  let whole = 0n;
  for (const { crc, size } of parts) {
    const shift = shifts.get(size) ?? shiftBy(size, of);
    shifts.set(size, shift);
    whole = multiply(whole, shift, of) ^ crc;
  }
  return whole;
};
