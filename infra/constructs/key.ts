import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Owner } from './context.ts';
import { describe } from './metadata.ts';

/** A key that seals small secrets; new material every year, what was sealed before still opens. */
export function sealingKey(scope: Construct, id: string, owner: Owner, description: string): Key {
  const key = new Key(scope, id, {
    description,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  describe(key, { plane: owner });
  return key;
}

/** A key that signs (ECDSA on P-256 with SHA-256) and never leaves KMS; its public half can be handed out. */
export function signingKey(scope: Construct, id: string, owner: Owner, description: string): Key {
  const key = new Key(scope, id, {
    description,
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  describe(key, { plane: owner });
  return key;
}
