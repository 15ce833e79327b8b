import { KMSClient } from '@aws-sdk/client-kms';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, jest, test } from '@jest/globals';
import { isTrueCopy } from './objects.ts';
import { openQueue } from './queue.ts';
import { signingKey } from './signing.ts';
import { memoryKey } from './testing/keys.ts';

const region = 'cn-north-1';

describe('a copy', () => {
  const of = { size: 3, sha256: 'aa', crc64: 'c' };
  const copy = { size: 3, etag: 'e' };
  test.each([
    ['of the same SHA-256', { ...copy, sha256: 'aa' }, true],
    ['of another SHA-256, whatever its CRC', { ...copy, sha256: 'bb', crc64: 'c' }, false],
    ['of the same CRC, where there is no SHA-256', { ...copy, crc64: 'c' }, true],
    ['of another CRC', { ...copy, crc64: 'd' }, false],
    ['that proves nothing', copy, false],
    ['of another size', { ...copy, size: 4, sha256: 'aa' }, false],
  ])('%s', (_, found, isTrue) => {
    expect(isTrueCopy(found, of)).toBe(isTrue);
  });
  test('without a CRC at either end is not equal by both lacking one', () => {
    expect(isTrueCopy(copy, { size: 3, sha256: 'aa' })).toBe(false);
  });
});

describe('a queue', () => {
  const sqs = new SQSClient({ region });
  const message = (n: number) => ({ body: { n }, group: 'd' });
  test('takes ten at a time, each with its group', async () => {
    const send = jest.spyOn(sqs, 'send').mockImplementation(async () => ({}));
    await openQueue('url', () => sqs).send(Array.from({ length: 23 }, (_, n) => message(n)));
    const sent = send.mock.calls.map(([{ input }]) => input);
    expect(sent.map((one) => ('Entries' in one ? one.Entries?.length : 0))).toEqual([10, 10, 3]);
    expect(sent[2]).toMatchObject({
      Entries: [{ Id: '0', MessageBody: '{"n":20}', MessageGroupId: 'd' }, {}, {}],
    });
  });
  test('that does not take one message fails the sending', async () => {
    jest.spyOn(sqs, 'send').mockImplementation(async () => ({ Failed: [{ Id: '0' }] }));
    await expect(openQueue('url', () => sqs).send([message(1)])).rejects.toThrow('1 messages');
  });
});

describe('a signing key', () => {
  const kms = new KMSClient({ region });
  const digest = 'ab'.repeat(32);
  const answer = (with_: object | Error) =>
    jest.spyOn(kms, 'send').mockImplementation(async () => {
      if (with_ instanceof Error) throw with_;
      return with_;
    });
  const key = signingKey('k', () => kms);

  test('signs the digest itself, not its hex', async () => {
    const send = answer({ Signature: Buffer.from('sig') });
    expect(await key.sign(digest)).toBe(Buffer.from('sig').toString('base64'));
    expect(send.mock.calls[0]?.[0].input).toMatchObject({
      KeyId: 'k',
      Message: Buffer.from(digest, 'hex'),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    });
  });
  test('says no to a wrong signature and does not hide trouble of the key service', async () => {
    answer({ SignatureValid: true });
    expect(await key.verify(digest, 'AAAA')).toBe(true);
    answer(Object.assign(new Error('bad'), { name: 'KMSInvalidSignatureException' }));
    expect(await key.verify(digest, 'AAAA')).toBe(false);
    answer({});
    expect(await key.verify(digest, 'AAAA')).toBe(false);
    answer(Object.assign(new Error('down'), { name: 'KMSInternalException' }));
    await expect(key.verify(digest, 'AAAA')).rejects.toThrow('down');
  });
  test('in memory, as tests use it, does the same', async () => {
    const [one, two] = [memoryKey(), memoryKey()];
    const signature = await one.sign(digest);
    expect([await one.verify(digest, signature), await two.verify(digest, signature)]).toEqual([true, false]);
    expect(await one.verify('cd'.repeat(32), signature)).toBe(false);
  });
});
