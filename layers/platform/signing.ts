import { type KMSClient, SignCommand, VerifyCommand } from '@aws-sdk/client-kms';

const algorithm = { MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' } as const;

/** Signs SHA-256 digests (hex) with a key that never leaves the key service; signatures are base64 DER. */
export const signingKey = (keyId: string, client: () => KMSClient) => ({
  async sign(sha256: string): Promise<string> {
    const done = await client().send(
      new SignCommand({ KeyId: keyId, Message: Buffer.from(sha256, 'hex'), ...algorithm }),
    );
    return Buffer.from(done.Signature ?? []).toString('base64');
  },
  async verify(sha256: string, signature: string): Promise<boolean> {
    try {
      const done = await client().send(
        new VerifyCommand({
          KeyId: keyId,
          Message: Buffer.from(sha256, 'hex'),
          Signature: Buffer.from(signature, 'base64'),
          ...algorithm,
        }),
      );
      return done.SignatureValid === true;
    } catch (error) {
      if (error instanceof Error && error.name === 'KMSInvalidSignatureException') return false;
      throw error;
    }
  },
});
export type SigningKey = ReturnType<typeof signingKey>;
