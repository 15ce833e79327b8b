import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCrc64, joinCrc64 } from './crc64.ts';

const text = (of: string) => new TextEncoder().encode(of);
const crc = await createCrc64();
const crc64 = (bytes: Uint8Array): string => {
  crc.update(bytes);
  return crc.take();
};

test('is CRC-64/NVME: its check value of the CRC catalogue, in base64', () => {
  expect(Buffer.from(crc64(text('123456789')), 'base64').toString('hex')).toBe('ae8b14860a799888');
  expect(crc64(new Uint8Array())).toBe('AAAAAAAAAAA=');
});

test('of the parts joined is that of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1 }), (parts) => {
      const joined = joinCrc64(parts.map((part) => ({ crc64: crc64(part), size: part.length })));
      expect(joined).toBe(crc64(Buffer.concat(parts)));
    }),
  );
});
