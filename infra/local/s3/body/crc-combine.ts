import { type Crc, crc64Nvme, joinCrcs } from '@geoarchive/domain/crc.ts';
import type { Algorithm } from './hashers.ts';

/** The CRCs whose parts can be joined into that of the whole. */
const crcs: Partial<Record<Algorithm, Crc>> = {
  CRC32: { width: 32n, polynomial: 0xedb88320n },
  CRC32C: { width: 32n, polynomial: 0x82f63b78n },
  CRC64NVME: crc64Nvme,
};

const toNumber = (digest: Buffer): bigint => BigInt(`0x${digest.toString('hex')}`);

/** Whether the checksum of a whole can be had from those of its parts. */
export const canCombine = (algorithm: Algorithm): boolean => crcs[algorithm] !== undefined;

/** The CRC of all parts in a row, from the CRC and the length in bytes of each. Throws for a hash that is no CRC. */
export function combineCrc(algorithm: Algorithm, parts: readonly { digest: Buffer; size: number }[]): Buffer {
  const crc = crcs[algorithm];
  if (crc === undefined) throw new Error(`${algorithm} of parts cannot be combined`);
  const whole = joinCrcs(
    crc,
    parts.map(({ digest, size }) => ({ crc: toNumber(digest), size })),
  );
  return Buffer.from(whole.toString(16).padStart(Number(crc.width) / 4, '0'), 'hex');
}
