import { createHash, createPublicKey, verify } from 'node:crypto';
import {
  CreateKeyCommand,
  GetPublicKeyCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { expectThat, type Probe, thenRemove } from './probe.ts';

const algorithm = { MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' } as const;

/** A signature of a digest must hold for the message with the published key: certificates are checked outside of AWS. */
async function signatures({ kms }: Clients): Promise<void> {
  const usage = { KeyUsage: 'SIGN_VERIFY', KeySpec: 'ECC_NIST_P256' } as const;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(usage));
  const KeyId = KeyMetadata?.KeyId;
  await thenRemove(
    async () => {
      const text = Buffer.from('回执 receipt');
      const Message = createHash('sha256').update(text).digest();
      const { Signature } = await kms.send(new SignCommand({ KeyId, Message, ...algorithm }));
      expectThat(Signature !== undefined, 'no signature');
      const holds = async (digest: Buffer) => {
        const given = { KeyId, Message: digest, Signature, ...algorithm };
        // A signature that does not hold is an error in AWS, and just `false` elsewhere: the system takes both.
        const found = await kms.send(new VerifyCommand(given)).catch(() => ({ SignatureValid: false }));
        return found.SignatureValid === true;
      };
      expectThat(await holds(Message), 'its own signature does not hold');
      expectThat(
        !(await holds(createHash('sha256').update('other').digest())),
        'a signature holds for anything',
      );
      const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
      const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
      expectThat(
        verify('sha256', text, key, Signature),
        'the public key does not confirm the signature of a digest',
      );
    },
    () => kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 })),
  );
}

export const kmsProbes: Probe[] = [
  { service: 'kms', name: 'signatures of digests (ECDSA P-256)', needed: true, attempt: signatures },
];
