import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { defaultProvider } from './credentials.ts';

const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
const before = names.map((name) => [name, process.env[name]] as const);
const put = (entries: readonly (readonly [string, string | undefined])[]) => {
  for (const [name, value] of entries)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
};
beforeEach(() => put(names.map((name) => [name, undefined])));
afterAll(() => put(before));

test('a role in the cloud has a session token, the local run has none', async () => {
  put([
    ['AWS_ACCESS_KEY_ID', 'key'],
    ['AWS_SECRET_ACCESS_KEY', 'secret'],
  ]);
  expect(await defaultProvider()()).toEqual({ accessKeyId: 'key', secretAccessKey: 'secret' });
  put([['AWS_SESSION_TOKEN', 'token']]);
  expect(await defaultProvider()()).toMatchObject({ sessionToken: 'token' });
});

test('without keys it says so', async () => {
  await expect(defaultProvider()()).rejects.toThrow('No AWS credentials in the environment');
  put([['AWS_ACCESS_KEY_ID', 'key']]);
  await expect(defaultProvider()()).rejects.toThrow('No AWS credentials');
});
