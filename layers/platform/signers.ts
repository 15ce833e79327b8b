import { createPublicKey, verify } from 'node:crypto';

/**
 * Proves by public keys (PEM, EC P-256) that one of their owners signed a text: for a signer in another account or network, whose
 * key service cannot be asked. Signatures are base64 DER, as `signingKey` makes them over the text's SHA-256.
 */
export const signedByOneOf = (keys: readonly string[]) => {
  const known = keys.map((key) => createPublicKey(key));
  return (text: string, signature: string): boolean =>
    known.some((key) => verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64')));
};
export type Signers = ReturnType<typeof signedByOneOf>;
