import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { SigningKey } from '../signing.ts';

/** A signing key of its own, in memory: what one signs, another does not confirm. */
export const memoryKey = (): SigningKey => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    sign: async (sha256) => sign('sha256', Buffer.from(sha256, 'hex'), privateKey).toString('base64'),
    verify: async (sha256, signature) =>
      verify('sha256', Buffer.from(sha256, 'hex'), publicKey, Buffer.from(signature, 'base64')),
  };
};
