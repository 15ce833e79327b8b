import { CreateKeyCommand, DescribeKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import type { Model, Resource } from '../template/model.ts';
import { arn } from '../template/place.ts';
import { isMissing } from './missing.ts';

const schema = z.object({
  KeyUsage: z.string().default('ENCRYPT_DECRYPT'),
  KeySpec: z.string().default('SYMMETRIC_DEFAULT'),
  Description: z.string().default(''),
});

async function exists(client: KMSClient, KeyId: string): Promise<boolean> {
  try {
    await client.send(new DescribeKeyCommand({ KeyId }));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function provisionKey(model: Model, client: KMSClient, resource: Resource): Promise<void> {
  const { KeyUsage, KeySpec, Description } = schema.parse(resource.properties());
  const id = resource.ref();
  if (await exists(client, id)) return;
  const { KeyMetadata } = await client.send(
    new CreateKeyCommand({
      // The template may hold any kind of key; the endpoint refuses what it does not know.
      KeyUsage: KeyUsage as 'SIGN_VERIFY',
      KeySpec: KeySpec as 'ECC_NIST_P256',
      Description,
      // Local endpoints take the wished id from this tag; elsewhere the endpoint's own id counts.
      Tags: [{ TagKey: '_custom_id_', TagValue: id }],
    }),
  );
  const given = KeyMetadata?.KeyId;
  if (given && given !== id) {
    const attributes = { KeyId: given, Arn: KeyMetadata.Arn ?? arn(model.place, 'kms', `key/${given}`) };
    model.identify(resource, { ref: given, attributes });
  }
}

/** Creates the keys of the stacks. */
export async function provisionKeys(model: Model, client: KMSClient): Promise<void> {
  await Promise.all(
    model.resources('AWS::KMS::Key').map((resource) => provisionKey(model, client, resource)),
  );
}
