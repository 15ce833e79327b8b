import { describe, expect, test } from '@jest/globals';
import { HOW_TO_USE, settingsOf } from './settings.ts';

describe('the endpoint of the environment', () => {
  test.each([{}, { AWS_ENDPOINT_URL: '' }])('is asked for in one sentence when there is none: %j', (env) => {
    expect(() => settingsOf(env)).toThrow(HOW_TO_USE);
    expect(HOW_TO_USE).toMatch(/^Set AWS_ENDPOINT_URL [^\n]+\.$/);
    expect(HOW_TO_USE).toContain('npm run test:endpoint');
  });
  test.each(['127.0.0.1:4566', 'localhost', 'ftp://x', 'http://'])(
    'is refused when it is no address: %s',
    (url) => {
      expect(() => settingsOf({ AWS_ENDPOINT_URL: url })).toThrow(`'${url}'`);
    },
  );
  test('needs no keys and no region', () => {
    expect(settingsOf({ AWS_ENDPOINT_URL: 'http://127.0.0.1:4566/' })).toEqual({
      url: 'http://127.0.0.1:4566',
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  });
  test('takes the keys and the region that are given', () => {
    const env = {
      AWS_ENDPOINT_URL: 'https://aws.example:8443/x',
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret',
    };
    const credentials = { accessKeyId: 'id', secretAccessKey: 'secret' };
    expect(settingsOf(env)).toEqual({ url: 'https://aws.example:8443', region: 'us-east-1', credentials });
    const { AWS_REGION: _, ...rest } = env;
    expect(settingsOf(rest).region).toBe('eu-central-1');
  });
});
