import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc64Nvme } from '@geoarchive/domain/crc.ts';
import { createCRC32, createCRC64, type IHasher } from 'hash-wasm';

/** The checksum algorithms of S3, by the names its headers and XML use. */
export const ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Bytes of a digest. */
export const DIGEST_BYTES: Record<Algorithm, number> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
};

type Hasher = { update(data: Buffer): void; digest(): Buffer };

/** Reflected Castagnoli polynomial (RFC 3720, B.4). */
const CASTAGNOLI = 0x82f63b78;
const NVME = crc64Nvme.polynomial.toString(16);

function nativeCrc32(): Hasher {
  let value = 0;
  return {
    update(data) {
      value = crc32(data, value);
    },
    digest() {
      const out = Buffer.alloc(4);
      out.writeUInt32BE(value);
      return out;
    },
  };
}

/** WebAssembly instances are costly to make, so finished ones are used again. */
function pooled(create: () => Promise<IHasher>): () => Promise<Hasher> {
  const free: IHasher[] = [];
  return async () => {
    const instance = free.pop() ?? (await create());
    instance.init();
    return {
      update(data) {
        instance.update(data);
      },
      digest() {
        const out = Buffer.from(instance.digest('binary'));
        free.push(instance);
        return out;
      },
    };
  };
}

const native = (name: string): Hasher => {
  const hash = createHash(name);
  return {
    update(data) {
      hash.update(data);
    },
    digest: () => hash.digest(),
  };
};

const makers: Record<Algorithm | 'MD5', () => Hasher | Promise<Hasher>> = {
  CRC32: nativeCrc32,
  CRC32C: pooled(() => createCRC32(CASTAGNOLI)),
  CRC64NVME: pooled(() => createCRC64(NVME)),
  SHA1: () => native('sha1'),
  SHA256: () => native('sha256'),
  MD5: () => native('md5'),
};

/** A fresh hasher; `digest` may be called once and gives the bytes S3 encodes in base64. */
export async function hasher(algorithm: Algorithm | 'MD5'): Promise<Hasher> {
  return makers[algorithm]();
}
