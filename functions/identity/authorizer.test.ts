import { callerOf } from '@geoarchive/platform/identity.ts';
import { expect, test } from '@jest/globals';
import { authorizer } from './authorizer.ts';

const methodArn = 'arn:aws-cn:execute-api:cn-north-1:000000000000:abc/api/GET/intake/deposits';
const claims = { roles: 'groups', organisation: 'org', node: 'archive' };
const ask = (payload: object, authorizationToken = 'Bearer good') =>
  authorizer({
    verify: async (token) => {
      if (token !== 'good') throw new Error('expired');
      return payload;
    },
    claims,
  })({ authorizationToken, methodArn });

test('a good token lets its bearer into the whole stage, which the cached answer must cover', async () => {
  const answer = await ask({ sub: 'u1' });
  expect(answer.principalId).toBe('u1');
  expect(answer.policyDocument.Statement).toEqual([
    {
      Action: 'execute-api:Invoke',
      Effect: 'Allow',
      Resource: 'arn:aws-cn:execute-api:cn-north-1:000000000000:abc/api/*',
    },
  ]);
});

test("the issuer's claims reach the router as Cognito's would", async () => {
  const { context } = await ask({
    sub: 'u1',
    name: '张三',
    email: 'z@example.cn',
    groups: ['SUBMITTER', 'SUBMITTER_ADMIN', 'unknown'],
    org: 'ORG-1',
    archive: 'NGA',
  });
  expect(callerOf(context)).toEqual({
    sub: 'u1',
    username: 'u1',
    name: '张三',
    email: 'z@example.cn',
    roles: ['SUBMITTER', 'SUBMITTER_ADMIN'],
    organisation: 'ORG-1',
    node: 'NGA',
  });
});

test('the gateway takes only text in the context', async () => {
  const { context } = await ask({ sub: 'u1', groups: ['SUBMITTER'], org: { id: 1 }, archive: 7 });
  expect(context).toEqual({ sub: 'u1', 'cognito:groups': 'SUBMITTER' });
});

test.each([
  ['a bad token', { sub: 'u1' }, 'Bearer bad'],
  ['no bearer', { sub: 'u1' }, ''],
  ['a token without subject', { name: 'nobody' }, 'good'],
])('%s is refused with the one word that the gateway knows', async (_, payload, token) => {
  await expect(ask(payload, token)).rejects.toThrow(/^Unauthorized$/);
});
