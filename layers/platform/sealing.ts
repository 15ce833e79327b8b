import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';

/**
 * Seals small secrets with a key that never leaves the key service. What is sealed for one owner does not open for another: the owner is
 * bound to it (encryption context), so that a row put elsewhere in the table is of no use.
 */
export const sealingKey = (keyId: string, client: () => KMSClient) => ({
  /** Gives base64, to be kept. */
  async seal(text: string, owner: string): Promise<string> {
    const { CiphertextBlob } = await client().send(
      new EncryptCommand({
        KeyId: keyId,
        Plaintext: Buffer.from(text),
        EncryptionContext: { owner },
      }),
    );
    if (CiphertextBlob === undefined) throw new Error('The key service sealed nothing');
    return Buffer.from(CiphertextBlob).toString('base64');
  },
  async open(sealed: string, owner: string): Promise<string> {
    const { Plaintext } = await client().send(
      new DecryptCommand({
        KeyId: keyId,
        CiphertextBlob: Buffer.from(sealed, 'base64'),
        EncryptionContext: { owner },
      }),
    );
    if (Plaintext === undefined) throw new Error('The key service opened nothing');
    return Buffer.from(Plaintext).toString();
  },
});
export type SealingKey = ReturnType<typeof sealingKey>;
