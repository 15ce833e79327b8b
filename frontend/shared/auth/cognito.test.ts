import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { cognitoIdentity } from './cognito.ts';

const jwt = (payload: object) =>
  `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;
const person = {
  sub: 'u1',
  email: 'a@b.cn',
  name: '检查员',
  'cognito:groups': ['INSPECTOR'],
  'custom:node': 'NGA',
};
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

const held = new Map<string, string>();
const realFetch = globalThis.fetch;
let answers: (() => Promise<Response>)[] = [];
let asked: string[] = [];

/** Tokens as the pool's library keeps them on the device. */
const keep = (exp: number) => {
  const tokens: Record<string, string> = {
    idToken: jwt({ ...person, exp }),
    accessToken: jwt({ sub: 'u1', username: 'u1', exp }),
    refreshToken: 'r1',
    clockDrift: '0',
  };
  held.set('CognitoIdentityServiceProvider.site.LastAuthUser', 'u1');
  for (const [name, text] of Object.entries(tokens))
    held.set(`CognitoIdentityServiceProvider.site.u1.${name}`, text);
};
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));
const refused = async () =>
  Response.json(
    { __type: 'NotAuthorizedException', message: 'Refresh Token has expired' },
    { status: 400, headers: { 'x-amzn-errortype': 'NotAuthorizedException' } },
  );
const renewed = async () =>
  Response.json({
    AuthenticationResult: {
      IdToken: jwt({ ...person, exp: inSeconds(3600) }),
      AccessToken: jwt({ sub: 'u1', username: 'u1', iat: inSeconds(0), exp: inSeconds(3600) }),
    },
  });

const identityOf = () => {
  const identity = cognitoIdentity({
    ...{
      kind: 'cognito',
      region: 'cn-north-1',
      userPoolId: 'cn-north-1_Abc',
      clientId: 'site',
      flow: 'password',
    },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    getItem: async (key) => held.get(key) ?? null,
    setItem: async (key, value) => void held.set(key, value),
    removeItem: async (key) => void held.delete(key),
    clear: async () => held.clear(),
  });
  return identity;
};

beforeEach(() => {
  held.clear();
  asked = [];
  globalThis.fetch = async (input) => {
    asked.push(String(input));
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return (answer ?? noNetwork)();
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
  answers = [];
});

describe('a token that has ended', () => {
  test('is renewed where there is a network', async () => {
    keep(inSeconds(-60));
    answers = [renewed];
    expect(await identityOf().person()).toMatchObject({ id: 'u1', roles: ['INSPECTOR'], node: 'NGA' });
    expect(asked.length).toBeGreaterThan(0);
  });
  test('leaves the person known while there is no network; a call is told that nothing answers', async () => {
    keep(inSeconds(-60));
    const identity = identityOf();
    expect(await identity.person()).toMatchObject({ id: 'u1', roles: ['INSPECTOR'], node: 'NGA' });
    await expect(identity.token()).rejects.toMatchObject({ code: 'unreachable' });
    // Once there is a network again, all goes on.
    answers = [renewed];
    expect(await identity.token()).toContain('.');
  });
  test('signs out where its renewal is refused', async () => {
    keep(inSeconds(-60));
    answers = [refused];
    const identity = identityOf();
    expect(await identity.person()).toBeUndefined();
    expect(await identity.token()).toBeUndefined();
    answers = [noNetwork];
    expect(await identity.person()).toBeUndefined();
  });
});

test('nobody is known where nobody signed in', async () => {
  const identity = identityOf();
  expect(await identity.person()).toBeUndefined();
  expect(await identity.token()).toBeUndefined();
});
