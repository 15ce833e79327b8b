import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canCombine, combineCrc } from './crc-combine.ts';
import { ALGORITHMS, type Algorithm, DIGEST_BYTES, hasher } from './hashers.ts';

async function digest(algorithm: Algorithm, ...pieces: Uint8Array[]): Promise<Buffer> {
  const h = await hasher(algorithm);
  for (const piece of pieces) h.update(Buffer.from(piece));
  return h.digest();
}

const CHECK = Buffer.from('123456789');

test.each([
  // Check values of the CRC catalogue (CRC-32/ISO-HDLC, CRC-32/ISCSI, CRC-64/NVME) and of FIPS 180-4 tools.
  ['CRC32', 'cbf43926'],
  ['CRC32C', 'e3069283'],
  ['CRC64NVME', 'ae8b14860a799888'],
  ['SHA1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
  ['SHA256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
] as const)('%s of "123456789"', async (algorithm, hex) => {
  expect((await digest(algorithm, CHECK)).toString('hex')).toBe(hex);
  expect(hex.length).toBe(DIGEST_BYTES[algorithm] * 2);
});

test('hashers used at the same time and again do not disturb each other', async () => {
  for (let round = 0; round < 3; round++) {
    const [a, b] = [await hasher('CRC64NVME'), await hasher('CRC64NVME')];
    a.update(CHECK.subarray(0, 4));
    b.update(Buffer.from('x'));
    a.update(CHECK.subarray(4));
    expect(b.digest()).not.toEqual(a.digest());
  }
  expect((await digest('CRC64NVME', CHECK)).toString('hex')).toBe('ae8b14860a799888');
});

describe('combineCrc', () => {
  test.each(ALGORITHMS.filter(canCombine))('%s of the parts is that of the whole', async (algorithm) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1 }), async (parts) => {
        const digests = await Promise.all(
          parts.map(async (p) => ({ size: p.length, digest: await digest(algorithm, p) })),
        );
        expect(combineCrc(algorithm, digests)).toEqual(await digest(algorithm, ...parts));
      }),
      { numRuns: 40 },
    );
  });
  test('hashes cannot be combined', () => {
    expect(canCombine('SHA256')).toBe(false);
    expect(() => combineCrc('SHA1', [])).toThrow('SHA1');
  });
});
