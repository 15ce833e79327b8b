import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signDigest, verifyDigest } from './ecdsa.ts';
import { createKms, type Kms } from './kms.ts';

let dir: string;
let file: string;
let kms: Kms;
const place = { partition: 'aws', region: 'ap-southeast-1', account: '000000000000' };
const open = () => createKms({ file, place, now: () => new Date('2026-11-22T00:00:00Z') });
const create = (id: string, more = {}) =>
  kms.call('CreateKey', {
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
    Tags: [{ TagKey: '_custom_id_', TagValue: id }],
    ...more,
  });
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const signature = (input: Record<string, unknown>) =>
  Buffer.from(String(kms.call('Sign', { KeyId: 'receipt', ...input })['Signature']), 'base64');
const publicKey = () =>
  createPublicKey({
    key: Buffer.from(String(kms.call('GetPublicKey', { KeyId: 'receipt' })['PublicKey']), 'base64'),
    format: 'der',
    type: 'spki',
  });
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'no error';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kms-'));
  file = join(dir, 'kms.json');
  kms = open();
  create('receipt');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('a signature of a message or of its digest stands up to the public key', () => {
  const digest = createHash('sha256').update('回执').digest();
  const raw = signature({ Message: base64('回执'), SigningAlgorithm: 'ECDSA_SHA_256' });
  const ofDigest = signature({ Message: base64(digest), MessageType: 'DIGEST' });
  for (const made of [raw, ofDigest]) {
    expect(verify('sha256', Buffer.from('回执'), publicKey(), made)).toBe(true);
    expect(verify('sha256', Buffer.from('other'), publicKey(), made)).toBe(false);
    const Signature = base64(made);
    expect(kms.call('Verify', { KeyId: 'receipt', Message: base64('回执'), Signature })).toMatchObject({
      SignatureValid: true,
    });
    const asDigest = { KeyId: 'receipt', Message: base64(digest), MessageType: 'DIGEST', Signature };
    expect(kms.call('Verify', asDigest)['SignatureValid']).toBe(true);
    expect(codeOf(() => kms.call('Verify', { KeyId: 'receipt', Message: base64('x'), Signature }))).toBe(
      'KMSInvalidSignatureException',
    );
  }
});

test('the digest functions agree with Node and take no broken signature', () => {
  const { privateKey, publicKey: other } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (message) => {
      const digest = createHash('sha256').update(message).digest();
      return (
        verify('sha256', message, other, signDigest(digest, privateKey)) &&
        verifyDigest(digest, other, sign('sha256', message, privateKey))
      );
    }),
    { numRuns: 10 },
  );
  const digest = createHash('sha256').update('x').digest();
  const made = signDigest(digest, privateKey);
  for (const broken of [Buffer.alloc(0), made.subarray(1), Buffer.concat([made, Buffer.of(0)])])
    expect(verifyDigest(digest, other, broken)).toBe(false);
});

test('keys stay, with their id, in a file that only its owner reads', async () => {
  const before = kms.call('GetPublicKey', { KeyId: 'receipt' });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  kms = open();
  expect(kms.call('GetPublicKey', { KeyId: 'receipt' })).toEqual(before);
  expect(codeOf(() => create('receipt'))).toBe('AlreadyExistsException');
});

test('an alias stands for its key', () => {
  kms.call('CreateAlias', { AliasName: 'alias/r', TargetKeyId: 'receipt' });
  expect(kms.keyIdOf('alias/r')).toBe('receipt');
  expect(kms.keyIdOf('alias/unknown')).toBe('alias/unknown');
  expect(kms.call('DescribeKey', { KeyId: 'alias/r' })).toMatchObject({
    KeyMetadata: {
      KeyId: 'receipt',
      Arn: 'arn:aws:kms:ap-southeast-1:000000000000:key/receipt',
      KeyUsage: 'SIGN_VERIFY',
    },
  });
  expect(codeOf(() => kms.call('CreateAlias', { AliasName: 'alias/r', TargetKeyId: 'receipt' }))).toBe(
    'AlreadyExistsException',
  );
});

test('limits and wrong uses are refused as in the cloud', () => {
  const trySign = (input: Record<string, unknown>) => codeOf(() => signature(input));
  expect(trySign({ Message: base64(Buffer.alloc(4096)) })).toBe('no error');
  expect(trySign({ Message: base64(Buffer.alloc(4097)) })).toBe('ValidationException');
  expect(trySign({ Message: '' })).toBe('ValidationException');
  expect(trySign({ Message: base64('x'), MessageType: 'DIGEST' })).toBe('ValidationException');
  expect(trySign({ Message: base64('x'), SigningAlgorithm: 'RSASSA_PSS_SHA_256' })).toBe(
    'InvalidKeyUsageException',
  );
  expect(trySign({ Message: base64('x'), KeyId: 'nothing' })).toBe('NotFoundException');
  kms.call('DisableKey', { KeyId: 'receipt' });
  expect(trySign({ Message: base64('x') })).toBe('DisabledException');
  kms.call('EnableKey', { KeyId: 'receipt' });
  expect(trySign({ Message: base64('x') })).toBe('no error');
  create('bucket', { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' });
  expect(trySign({ Message: base64('x'), KeyId: 'bucket' })).toBe('UnsupportedOperationException');
  expect(codeOf(() => create('rsa', { KeySpec: 'RSA_2048' }))).toBe('UnsupportedOperationException');
  expect(codeOf(() => kms.call('ReEncrypt', {}))).toBe('UnknownOperationException');
});

test('a symmetric key seals and opens, for the same context only, also after a restart', () => {
  create('secret', { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' });
  const asked = { KeyId: 'secret', EncryptionContext: { owner: 'MINE' } };
  const seal = () => String(kms.call('Encrypt', { ...asked, Plaintext: base64('密钥') })['CiphertextBlob']);
  const CiphertextBlob = seal();
  expect(seal()).not.toBe(CiphertextBlob);
  kms = open();
  expect(kms.call('Decrypt', { ...asked, CiphertextBlob })['Plaintext']).toBe(base64('密钥'));
  const changed = Buffer.from(CiphertextBlob, 'base64');
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  for (const more of [
    { CiphertextBlob, EncryptionContext: { owner: 'OTHER' } },
    { CiphertextBlob, EncryptionContext: undefined },
    { CiphertextBlob: base64(changed) },
    { CiphertextBlob: base64('short') },
  ])
    expect(codeOf(() => kms.call('Decrypt', { ...asked, ...more }))).toBe('InvalidCiphertextException');
  expect(codeOf(() => kms.call('Decrypt', { KeyId: 'receipt', CiphertextBlob }))).toBe(
    'InvalidKeyUsageException',
  );
  expect(codeOf(() => kms.call('Sign', { KeyId: 'secret', Message: base64('x') }))).toBe(
    'UnsupportedOperationException',
  );
});
