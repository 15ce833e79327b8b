import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bytes, makeBucket } from './testing/helpers.ts';
import { KEYS, REGION, startTestS3, type TestS3 } from './testing/server.ts';

const present = spawnSync('aws', ['--version']).status === 0;
const when = present ? describe : describe.skip;

when(`the AWS CLI${present ? '' : ' (not on this machine: skipped)'}`, () => {
  let s3: TestS3;
  let dir: string;
  beforeAll(async () => {
    s3 = await startTestS3();
    await makeBucket(s3.client(), { Bucket: 'cli-bucket' });
    dir = mkdtempSync(join(tmpdir(), 'local-s3-cli-'));
  });
  afterAll(async () => {
    await s3.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const aws = async (...args: string[]): Promise<string> => {
    const env = {
      ...process.env,
      AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
      AWS_DEFAULT_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_MAX_ATTEMPTS: '1',
    };
    const { stdout } = await promisify(execFile)('aws', ['--endpoint-url', s3.url, ...args], { env });
    return stdout;
  };

  test('copies a file of several parts there and back and within the bucket, and lists it', async () => {
    const data = bytes(20 * 1024 ** 2);
    const [from, to] = [join(dir, 'from.bin'), join(dir, 'to.bin')];
    writeFileSync(from, data);
    await aws('s3', 'cp', '--only-show-errors', from, 's3://cli-bucket/目录/大 文件.bin');
    await aws('s3', 'cp', '--only-show-errors', 's3://cli-bucket/目录/大 文件.bin', to);
    expect(readFileSync(to).equals(data)).toBe(true);
    const head = JSON.parse(
      await aws(
        's3api',
        'head-object',
        '--bucket',
        'cli-bucket',
        '--key',
        '目录/大 文件.bin',
        '--checksum-mode',
        'ENABLED',
      ),
    );
    expect(head).toMatchObject({ ContentLength: data.length, ETag: expect.stringMatching(/-3"$/) });
    expect(head).toHaveProperty('ChecksumType');
    await aws(
      's3',
      'cp',
      '--only-show-errors',
      's3://cli-bucket/目录/大 文件.bin',
      's3://cli-bucket/copy.bin',
    );
    expect(await aws('s3', 'ls', 's3://cli-bucket')).toMatch(/PRE 目录\/[\s\S]*copy\.bin/);
  }, 60_000);

  test('a wrong secret and a wrong checksum are refused', async () => {
    const file = join(dir, 'small.txt');
    writeFileSync(file, 'hello');
    const put = (...more: string[]) =>
      aws('s3api', 'put-object', '--bucket', 'cli-bucket', '--key', 'k', '--body', file, ...more);
    await expect(put('--checksum-sha256', 'A'.repeat(43).concat('='))).rejects.toThrow('BadDigest');
    const known = KEYS.secretAccessKey;
    KEYS.secretAccessKey = 'other';
    const refused = put();
    KEYS.secretAccessKey = known;
    await expect(refused).rejects.toThrow('SignatureDoesNotMatch');
  }, 60_000);
});
