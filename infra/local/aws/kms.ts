import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { arnAt, lastOf, type Place, recordsOf, textOf } from '../iam/place.ts';
import { AwsError } from '../sigv4/aws-error.ts';
import { signDigest, verifyDigest } from './ecdsa.ts';
import { type Key, openKeyStore } from './key-store.ts';
import { open, seal } from './sealed.ts';

type Input = Readonly<Record<string, unknown>>;
type Operation = (input: Input) => Readonly<Record<string, unknown>>;

export type Kms = {
  call(operation: string, input: Input): Readonly<Record<string, unknown>>;
  /** The id behind an id or alias; what is not known stays as it is. */
  keyIdOf(idOrAlias: string): string;
};

/** LocalStack's convention for a chosen id, kept so that the same provisioning works there. */
const idTag = '_custom_id_';

const tagsOf = (input: Input) =>
  Object.fromEntries(recordsOf(input['Tags']).map((tag) => [textOf(tag, 'TagKey'), textOf(tag, 'TagValue')]));

const fail = (code: string, message: string) => new AwsError(code, 400, message);

/**
 * A small KMS: asymmetric signing keys ECC_NIST_P256 (ECDSA_SHA_256, DER signatures), symmetric keys for small secrets, and the
 * management of keys.
 */
export function createKms(options: { file: string; place: Place; now(): Date }): Kms {
  const store = openKeyStore(options.file);
  const arnOf = (key: Key) => arnAt(options.place, 'kms', `key/${key.id}`);

  function keyOf(input: Input, member = 'KeyId'): Key {
    const key = store.find(lastOf(textOf(input, member), 'key/'));
    if (!key) throw fail('NotFoundException', `Key '${textOf(input, member)}' does not exist`);
    return key;
  }

  function signingKey(input: Input): { key: Key; secret: KeyObject } {
    const key = keyOf(input);
    if (key.state !== 'Enabled') throw fail('DisabledException', `${arnOf(key)} is ${key.state}.`);
    const secret = store.privateKey(key);
    if (!secret) throw fail('UnsupportedOperationException', `${arnOf(key)} is not a signing key.`);
    if (input['SigningAlgorithm'] !== undefined && input['SigningAlgorithm'] !== 'ECDSA_SHA_256')
      throw fail(
        'InvalidKeyUsageException',
        `Algorithm ${textOf(input, 'SigningAlgorithm')} does not fit the key.`,
      );
    return { key, secret };
  }

  function sealing(input: Input): Key {
    const key = keyOf(input);
    if (key.state !== 'Enabled') throw fail('DisabledException', `${arnOf(key)} is ${key.state}.`);
    if (key.usage !== 'ENCRYPT_DECRYPT')
      throw fail('InvalidKeyUsageException', `${arnOf(key)} does not encrypt.`);
    return key;
  }
  /** In one order whatever the caller's. */
  const contextOf = (input: Input): string =>
    JSON.stringify(Object.entries(Object(input['EncryptionContext'])).sort());

  function messageOf(input: Input): { message: Buffer; digest: boolean } {
    const message = Buffer.from(textOf(input, 'Message'), 'base64');
    const digest = input['MessageType'] === 'DIGEST';
    if (message.length < 1 || message.length > 4096)
      throw fail('ValidationException', 'Message must have length between 1 and 4096 bytes');
    if (digest && message.length !== 32)
      throw fail('ValidationException', 'Digest is invalid length for algorithm ECDSA_SHA_256.');
    return { message, digest };
  }

  const metadata = (key: Key) => ({
    KeyMetadata: {
      AWSAccountId: options.place.account,
      KeyId: key.id,
      Arn: arnOf(key),
      CreationDate: Date.parse(key.created) / 1000,
      Enabled: key.state === 'Enabled',
      Description: key.description,
      KeyUsage: key.usage,
      KeyState: key.state,
      Origin: 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      KeySpec: key.spec,
      CustomerMasterKeySpec: key.spec,
      MultiRegion: false,
      ...(key.usage === 'SIGN_VERIFY' ? { SigningAlgorithms: ['ECDSA_SHA_256'] } : {}),
    },
  });
  const changed = (change: () => void) => {
    change();
    store.save();
    return {};
  };

  const operations: Readonly<Record<string, Operation>> = {
    CreateKey(input) {
      const { [idTag]: id, ...tags } = tagsOf(input);
      if (id && store.find(id)) throw fail('AlreadyExistsException', `Key ${id} already exists`);
      const spec = textOf(input, 'KeySpec') || 'SYMMETRIC_DEFAULT';
      if (spec !== 'SYMMETRIC_DEFAULT' && spec !== 'ECC_NIST_P256')
        throw fail('UnsupportedOperationException', `KeySpec ${spec} is not known here`);
      const usage = textOf(input, 'KeyUsage') || 'ENCRYPT_DECRYPT';
      const description = textOf(input, 'Description');
      const created = options.now().toISOString();
      return metadata(store.create({ ...(id ? { id } : {}), spec, usage, description, created, tags }));
    },
    DescribeKey: (input) => metadata(keyOf(input)),
    ListKeys: () => ({
      Keys: store.all().map((key) => ({ KeyId: key.id, KeyArn: arnOf(key) })),
      Truncated: false,
    }),
    ListAliases: () => ({
      Aliases: store.all().flatMap((key) =>
        key.aliases.map((AliasName) => ({
          AliasName,
          AliasArn: arnAt(options.place, 'kms', AliasName),
          TargetKeyId: key.id,
        })),
      ),
      Truncated: false,
    }),
    CreateAlias(input) {
      const name = textOf(input, 'AliasName');
      if (store.find(name)) throw fail('AlreadyExistsException', `Alias ${name} already exists`);
      const key = keyOf(input, 'TargetKeyId');
      return changed(() => key.aliases.push(name));
    },
    Sign(input) {
      const { key, secret } = signingKey(input);
      const { message, digest } = messageOf(input);
      const signature = digest ? signDigest(message, secret) : sign('sha256', message, secret);
      return {
        KeyId: arnOf(key),
        Signature: signature.toString('base64'),
        SigningAlgorithm: 'ECDSA_SHA_256',
      };
    },
    Verify(input) {
      const { key, secret } = signingKey(input);
      const { message, digest } = messageOf(input);
      const signature = Buffer.from(textOf(input, 'Signature'), 'base64');
      const open = createPublicKey(secret);
      const good = digest
        ? verifyDigest(message, open, signature)
        : verify('sha256', message, open, signature);
      if (!good) throw fail('KMSInvalidSignatureException', 'The signature is not valid.');
      return { KeyId: arnOf(key), SignatureValid: true, SigningAlgorithm: 'ECDSA_SHA_256' };
    },
    GetPublicKey(input) {
      const { key, secret } = signingKey(input);
      return {
        KeyId: arnOf(key),
        PublicKey: createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64'),
        KeySpec: key.spec,
        CustomerMasterKeySpec: key.spec,
        KeyUsage: key.usage,
        SigningAlgorithms: ['ECDSA_SHA_256'],
      };
    },
    Encrypt(input) {
      const key = sealing(input);
      const plain = Buffer.from(textOf(input, 'Plaintext'), 'base64');
      if (plain.length < 1 || plain.length > 4096)
        throw fail('ValidationException', 'Plaintext must have length between 1 and 4096 bytes');
      return {
        KeyId: arnOf(key),
        CiphertextBlob: seal(store.sealingKey(key), plain, contextOf(input)).toString('base64'),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      };
    },
    Decrypt(input) {
      const key = sealing(input);
      const sealed = Buffer.from(textOf(input, 'CiphertextBlob'), 'base64');
      const plain = open(store.sealingKey(key), sealed, contextOf(input));
      if (!plain) throw fail('InvalidCiphertextException', '');
      return {
        KeyId: arnOf(key),
        Plaintext: plain.toString('base64'),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      };
    },
    EnableKey(input) {
      const key = keyOf(input);
      return changed(() => {
        key.state = 'Enabled';
      });
    },
    DisableKey(input) {
      const key = keyOf(input);
      return changed(() => {
        key.state = 'Disabled';
      });
    },
    TagResource(input) {
      const key = keyOf(input);
      return changed(() => Object.assign(key.tags, tagsOf(input)));
    },
    ListResourceTags: (input) => ({
      Tags: Object.entries(keyOf(input).tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
      Truncated: false,
    }),
  };

  return {
    call(operation, input) {
      const run = operations[operation];
      if (!run) throw fail('UnknownOperationException', `KMS operation is not known here: ${operation}`);
      return run(input);
    },
    keyIdOf: (idOrAlias) => store.find(idOrAlias)?.id ?? idOrAlias,
  };
}
