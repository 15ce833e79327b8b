import { crc64Nvme, joinCrcs } from '@geoarchive/domain/crc.ts';
import { createCRC64 } from 'hash-wasm';

const base64Of = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))));
const hexOf = (base64: string): string =>
  [...atob(base64)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');

/** Computes CRC-64/NVME, in base64 as S3's headers have it. `take` gives it of what came since the last `take`. */
export const createCrc64 = async () => {
  const hasher = await createCRC64(crc64Nvme.polynomial.toString(16));
  hasher.init();
  return {
    update: (bytes: Uint8Array): void => void hasher.update(bytes),
    take: (): string => {
      const value = base64Of(hasher.digest('hex'));
      hasher.init();
      return value;
    },
  };
};

/** The CRC-64 of a whole file from those of its parts in order; sizes in bytes. */
export const joinCrc64 = (parts: readonly { crc64: string; size: number }[]): string => {
  const numbers = parts.map(({ crc64, size }) => ({ crc: BigInt(`0x${hexOf(crc64)}`), size }));
  return base64Of(joinCrcs(crc64Nvme, numbers).toString(16).padStart(16, '0'));
};
