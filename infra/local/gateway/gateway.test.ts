import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../lambda/worker.ts';
import { type Served, serve } from '../serve.ts';
import type { Api, Authorizer, Method, Node } from './api.ts';
import type { Doorkeeper } from './authorise.ts';
import { BODY_LIMIT, createGateway } from './gateway.ts';
import { TokenRefused } from './jwt.ts';

const pool: Authorizer = { kind: 'cognito', poolArns: ['arn:pool'], header: 'authorization' };
const own = (kind: 'token' | 'request', pattern?: string): Authorizer => ({
  kind,
  functionArn: kind,
  header: 'authorization',
  pattern,
});
const method = (path: string, authorizer?: Authorizer, timeoutMs = 29_000): Method => ({
  resourceId: path,
  path,
  target: { kind: 'lambda', arn: path, timeoutMs },
  authorizer,
});
const leaf = (part: string, made: Method, verb = 'ANY'): Node => ({
  part,
  path: `/${part}`,
  children: [],
  methods: new Map([[verb, made]]),
});
const mock: Method = {
  ...method('/mock'),
  target: { kind: 'mock', status: 204, headers: { 'X-Mock': 'yes' } },
};
const api: Api = {
  id: 'abc',
  name: 'test',
  stage: 'api',
  stageVariables: null,
  binaryMediaTypes: ['application/pdf'],
  responses: new Map([
    [
      'UNAUTHORIZED',
      {
        statusCode: 401,
        headers: { 'Content-Type': 'application/problem+json' },
        template: '{"type":"sign-in","said":$context.error.messageString}',
      },
    ],
    [
      'DEFAULT_4XX',
      { statusCode: undefined, headers: {}, template: '{"type":"$context.error.responseType"}' },
    ],
  ]),
  root: {
    part: '',
    path: '/',
    methods: new Map(),
    children: [
      leaf('open', method('/open')),
      leaf('signed', method('/signed', pool)),
      leaf('token', method('/token', own('token', '^Bearer '))),
      leaf('request', method('/request', own('request'))),
      leaf('late', method('/late', undefined, 50)),
      leaf('broken', method('/broken')),
      leaf('malformed', method('/malformed')),
      leaf('full', method('/full')),
      leaf('binary', method('/binary')),
      leaf('read', method('/read'), 'GET'),
      leaf('mock', mock),
    ],
  },
};

const reply = (body: unknown, more: object = {}): Outcome => ({
  payload: JSON.stringify({
    statusCode: 200,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...more,
  }),
});
const fault = (errorType: string, errorMessage = ''): Outcome => ({
  error: { errorType, errorMessage, trace: [] },
});
const policy = (event: {
  authorizationToken?: string;
  methodArn?: string;
  headers?: { authorization?: string };
}): Outcome => {
  const said = event.authorizationToken ?? event.headers?.authorization ?? '';
  if (said.endsWith('unknown')) return fault('Error', 'Unauthorized');
  if (said.endsWith('crash')) return fault('Error', 'boom');
  if (said.endsWith('nonsense')) return { payload: '{"x":1}' };
  const Effect = said.endsWith('good') ? 'Allow' : 'Deny';
  const Statement = [{ Effect, Action: 'execute-api:Invoke', Resource: event.methodArn }];
  return {
    payload: JSON.stringify({ principalId: 'p', policyDocument: { Statement }, context: { role: 'r' } }),
  };
};
const functions: Record<string, (event: never) => Outcome | Promise<Outcome>> = {
  '/late': () => new Promise((resolve) => setTimeout(() => resolve(reply('late')), 200)),
  '/broken': () => fault('Error'),
  '/malformed': () => ({ payload: '{"status":200}' }),
  '/full': () => fault('RequestTooLarge'),
  '/binary': () =>
    reply(Buffer.from([0, 255, 1]).toString('base64'), {
      isBase64Encoded: true,
      headers: { 'Content-Type': 'application/pdf' },
    }),
  '/open': (event) =>
    reply(event, { headers: { 'X-One': 1 }, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] } }),
  token: policy,
  request: policy,
};
const keeper: Doorkeeper = {
  arnPrefix: 'arn:aws:execute-api:r:0',
  issuerOf: (arn) => `issuer of ${arn}`,
  verify: async (token, issuers) => {
    if (token !== 'good' || issuers[0] !== 'issuer of arn:pool')
      throw new TokenRefused(token === 'old' ? 'The incoming token has expired' : 'Unauthorized');
    return { sub: 's', 'cognito:groups': ['A', 'B'], email_verified: true };
  },
  invoke: async (arn, event) => (functions[arn] ?? ((e: unknown) => reply(e)))(event as never),
};

let served: Served;
beforeAll(async () => {
  served = await serve(
    0,
    'gateway',
    createGateway(api, keeper, () => new Date('2026-11-22T00:00:00Z')),
  );
});
afterAll(() => served.close());
async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${served.url}${path}`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: (): unknown => JSON.parse(text) };
}
const as = (authorization: string) => ({ headers: { authorization } });

describe('events and replies', () => {
  test('an event tells the whole request', async () => {
    const answer = await ask('/api/open?a=1&a=%E4%B8%AD&empty=', {
      method: 'POST',
      body: '{"x":"中"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.json()).toMatchObject({
      resource: '/open',
      path: '/open',
      httpMethod: 'POST',
      queryStringParameters: { a: '中', empty: '' },
      multiValueQueryStringParameters: { a: ['1', '中'] },
      multiValueHeaders: { 'content-type': ['application/json'] },
      pathParameters: null,
      body: '{"x":"中"}',
      isBase64Encoded: false,
      requestContext: {
        stage: 'api',
        resourcePath: '/open',
        requestTimeEpoch: Date.parse('2026-11-22T00:00:00Z'),
      },
    });
    expect(answer.json()).not.toHaveProperty('requestContext.authorizer');
    expect([answer.headers.get('x-one'), answer.headers.getSetCookie()]).toEqual(['1', ['a=1', 'b=2']]);
  });
  test('binary bodies travel as base64, both ways', async () => {
    const sent = await ask('/api/open', {
      method: 'PUT',
      body: new Uint8Array([1, 2, 255]),
      headers: { 'content-type': 'application/pdf' },
    });
    expect(sent.json()).toMatchObject({ body: 'AQL/', isBase64Encoded: true });
    const response = await fetch(`${served.url}/api/binary`, { headers: { accept: 'application/pdf' } });
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 1]);
  });
  test('a mock answers by itself', async () => {
    const answer = await ask('/api/mock');
    expect([answer.status, answer.headers.get('x-mock')]).toEqual([204, 'yes']);
  });
});

describe('sign-in', () => {
  test.each([
    ['no token', {}, 'Unauthorized'],
    ['a bad one', as('bad'), 'Unauthorized'],
    ['an expired one', as('Bearer old'), 'The incoming token has expired'],
  ])('%s is refused in the form of the template', async (_, init, said) => {
    const answer = await ask('/api/signed', init);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    expect(answer.json()).toEqual({ type: 'sign-in', said });
  });
  test.each(['good', 'Bearer good'])('%s hands its claims on as texts', async (token) => {
    const answer = await ask('/api/signed', as(token));
    expect(answer.json()).toMatchObject({
      requestContext: {
        authorizer: { claims: { sub: 's', 'cognito:groups': 'A,B', email_verified: 'true' } },
      },
    });
  });
  test.each(['token', 'request'])('an own %s authorizer decides', async (kind) => {
    expect((await ask(`/api/${kind}`, as('Bearer good'))).json()).toMatchObject({
      requestContext: { authorizer: { role: 'r', principalId: 'p' } },
    });
    const denied = await ask(`/api/${kind}`, as('Bearer bad'));
    expect([denied.status, denied.json()]).toEqual([403, { type: 'ACCESS_DENIED' }]);
    expect((await ask(`/api/${kind}`, as('Bearer unknown'))).status).toBe(401);
    expect((await ask(`/api/${kind}`, as('Bearer crash'))).status).toBe(500);
    expect((await ask(`/api/${kind}`, as('Bearer nonsense'))).status).toBe(500);
    expect((await ask(`/api/${kind}`)).status).toBe(401);
  });
  test('a token that does not fit the pattern is not even looked at', async () => {
    expect((await ask('/api/token', as('good'))).status).toBe(401);
  });
});

describe('refusals', () => {
  test.each([
    ['an unknown path', '/api/nowhere', 'GET', 403, { type: 'MISSING_AUTHENTICATION_TOKEN' }],
    ['a path outside the stage', '/other', 'GET', 403, { type: 'MISSING_AUTHENTICATION_TOKEN' }],
    ['a stage that only begins alike', '/apix/open', 'GET', 403, { type: 'MISSING_AUTHENTICATION_TOKEN' }],
    ['a verb there is not', '/api/read', 'POST', 403, { type: 'MISSING_AUTHENTICATION_TOKEN' }],
    ['a late function', '/api/late', 'GET', 504, { message: 'Endpoint request timed out' }],
    ['a broken function', '/api/broken', 'GET', 502, { message: 'Internal server error' }],
    ['a malformed reply', '/api/malformed', 'GET', 502, { message: 'Internal server error' }],
    ['a request too long for a function', '/api/full', 'GET', 413, { type: 'REQUEST_TOO_LARGE' }],
  ])('%s', async (_, path, verb, status, body) => {
    const answer = await ask(path, { method: verb });
    expect([answer.status, answer.json()]).toEqual([status, body]);
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  });
  test.each([
    [-1, 200],
    [0, 200],
    [1, 413],
  ])('a body of the limit %i bytes', async (more, status) => {
    const body = new Uint8Array(BODY_LIMIT + more).fill(120);
    functions['/signed'] = () => reply('kept');
    const answer = await ask('/api/signed', { method: 'PUT', body, headers: { authorization: 'good' } });
    delete functions['/signed'];
    expect(answer.status).toBe(status);
  });
});
