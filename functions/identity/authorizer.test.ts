import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { callerOf } from '@geoarchive/platform/identity.ts';
import { describe, expect, test } from '@jest/globals';
import { NonRetryableFetchError } from 'aws-jwt-verify/error';
import { authorizer } from './authorizer.ts';

const issuer = 'https://id.example.cn/realms/geo';
const jwksUri = `${issuer}/certs`;
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strange = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'RS256', use: 'sig' };

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = (): number => Math.floor(Date.now() / 1000);
const good = () => ({
  iss: issuer,
  aud: 'geo-public',
  sub: 'person-1',
  exp: now() + 600,
  iat: now(),
  preferred_username: 'wang',
  name: '王芳',
  email: 'wang@example.cn',
  groups: ['SUBMITTER', 'offline_access'],
  organisation: 'SURVEY',
  node: 'n0001',
});
const token = (claims: object, key: KeyObject = own.privateKey, header: object = {}): string => {
  const text = `${part({ alg: 'RS256', kid: 'key-1', ...header })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
};

const claims = { roles: 'groups', organisation: 'organisation', node: 'node' };
const settings = { issuer, clientId: 'geo-public', jwksUri, claims };
const keys = (asked: string[] = []) => ({
  fetch: async (uri: string) => {
    asked.push(uri);
    return new TextEncoder().encode(JSON.stringify({ keys: [jwk] })).buffer;
  },
});
const methodArn = 'arn:aws-cn:execute-api:cn-north-1:123456789012:abc/api/GET/intake/deposits/1';
const ask = (authorizationToken: string, names = claims, fetcher = keys()) =>
  authorizer({ ...settings, claims: names }, fetcher)({ type: 'TOKEN', authorizationToken, methodArn });

describe('a token of the issuer', () => {
  test('lets in, with the claims as the router reads them', async () => {
    const { principalId, policyDocument, context } = await ask(`Bearer ${token(good())}`);
    expect(principalId).toBe('person-1');
    expect(policyDocument.Statement).toEqual([
      {
        Action: 'execute-api:Invoke',
        Effect: 'Allow',
        Resource: 'arn:aws-cn:execute-api:cn-north-1:123456789012:abc/api/*',
      },
    ]);
    expect(callerOf({ ...context, principalId })).toEqual({
      sub: 'person-1',
      username: 'wang',
      name: '王芳',
      email: 'wang@example.cn',
      roles: ['SUBMITTER'],
      organisation: 'SURVEY',
      node: 'n0001',
    });
  });

  test('may name its claims otherwise, also inside an object', async () => {
    const { groups: _, organisation: __, ...rest } = good();
    const other = { ...rest, realm_access: { roles: ['SUBMITTER_ADMIN'] }, 'urn:org': 'MINE' };
    const names = { roles: 'realm_access.roles', organisation: 'urn:org', node: 'node' };
    const { context } = await ask(`Bearer ${token(other)}`, names);
    expect(callerOf(context)).toMatchObject({ roles: ['SUBMITTER_ADMIN'], organisation: 'MINE' });
  });

  test('without roles or organisation is somebody who may nothing', async () => {
    const { context } = await ask(
      `Bearer ${token({ iss: issuer, aud: 'geo-public', sub: 's', exp: now() + 60 })}`,
    );
    expect(callerOf(context)).toMatchObject({ sub: 's', username: 's', roles: [], organisation: undefined });
  });

  test('a claim of the wrong type gives no role', async () => {
    const { context } = await ask(`Bearer ${token({ ...good(), groups: { SUBMITTER: true }, node: 7 })}`);
    expect(callerOf(context)).toMatchObject({ roles: [], node: undefined });
  });

  test('the keys are read once', async () => {
    const asked: string[] = [];
    const check = authorizer(settings, keys(asked));
    const event = { authorizationToken: `Bearer ${token(good())}`, methodArn };
    await check(event);
    await check(event);
    expect(asked).toEqual([jwksUri]);
  });
});

describe('refused with 401', () => {
  const [head = '', , signature = ''] = token(good()).split('.');
  test.each([
    ['another key under the same name', token(good(), strange.privateKey)],
    ['an unknown key', token(good(), own.privateKey, { kid: 'key-2' })],
    ['changed claims', `${head}.${part({ ...good(), groups: ['SUBMITTER_ADMIN'] })}.${signature}`],
    ['no signature', `${part({ alg: 'none' })}.${part(good())}.`],
    ['another issuer', token({ ...good(), iss: 'https://evil.example' })],
    ['another client', token({ ...good(), aud: 'geo-staff' })],
    ['expired', token({ ...good(), exp: now() - 60 })],
    ['not yet valid', token({ ...good(), nbf: now() + 600 })],
    ['no subject', token({ ...good(), sub: undefined })],
    ['an empty subject', token({ ...good(), sub: '' })],
    ['not a token', 'abc'],
  ])('%s', async (_, given) => {
    await expect(ask(`Bearer ${given}`)).rejects.toThrow(/^Unauthorized$/);
  });

  test.each(['', 'Bearer', `Basic ${token(good())}`, token(good())])('no bearer token: %#', async (given) => {
    await expect(ask(given)).rejects.toThrow(/^Unauthorized$/);
  });
});

test('keys that cannot be read are our problem, not the caller’s', async () => {
  const broken = {
    fetch: async (): Promise<ArrayBuffer> => {
      throw new NonRetryableFetchError(jwksUri, 'down');
    },
  };
  await expect(ask(`Bearer ${token(good())}`, claims, broken)).rejects.not.toThrow('Unauthorized');
});
