import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openInside } from '../support/inside.ts';
import { sharedEndpoints, sharedState } from '../support/shared-run.ts';
import { accountOf, claimsOf, resigned, tampered, tokensOf } from '../support/tokens.ts';

const endpoints = sharedEndpoints();
const state = sharedState();
const inside = openInside(endpoints);
afterAll(() => inside.close());

let submitter: { id: string; access: string };
let checker: { id: string; access: string };
beforeAll(async () => {
  submitter = await tokensOf(inside, endpoints.submit, accountOf(endpoints, 'SUBMITTER'));
  checker = await tokensOf(inside, endpoints.admin, accountOf(endpoints, 'ARCHIVE_CHECKER'));
});

const reviews = `${endpoints.internalApi}/archive/reviews`;
const deposits = `${endpoints.publicApi}/intake/deposits`;
const ask = async (url: string, authorization?: string): Promise<number> => {
  const reply = await fetch(url, { headers: authorization === undefined ? {} : { authorization } });
  await reply.arrayBuffer();
  return reply.status;
};
const now = () => Math.floor(Date.now() / 1000);
const unsigned = (token: string): string => {
  const head = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return `${head}.${token.split('.')[1]}.`;
};

test('the right token of the right pool opens each API', async () => {
  expect(await ask(reviews, `Bearer ${checker.id}`)).toBe(200);
  expect(await ask(deposits, `Bearer ${submitter.id}`)).toBe(200);
});

describe.each([
  ['no token', () => undefined, () => undefined],
  ['no real token', () => 'Bearer abc', () => 'Bearer a.b.c'],
  ['a token of the other pool', () => submitter.id, () => checker.id],
  ['an access token', () => checker.access, () => submitter.access],
  [
    'an expired token',
    () => resigned(state, checker.id, { exp: now() - 1 }),
    () => resigned(state, submitter.id, { exp: now() - 1 }),
  ],
  [
    'a token with other roles under the old signature',
    () => tampered(checker.id, { 'cognito:groups': ['MINISTRY_ADMIN'] }),
    () => tampered(submitter.id, { 'custom:organisation': 'ANOTHER' }),
  ],
  ['an unsigned token', () => unsigned(checker.id), () => unsigned(submitter.id)],
  [
    'a token that claims the other pool as its issuer',
    () => tampered(submitter.id, { iss: claimsOf(checker.id)['iss'] }),
    () => tampered(checker.id, { iss: claimsOf(submitter.id)['iss'] }),
  ],
])('%s', (_, internal, open) => {
  test('is refused by both APIs, and by the sites that stand before them', async () => {
    expect(await ask(reviews, internal())).toBe(401);
    expect(await ask(`${endpoints.admin}/api/archive/reviews`, internal())).toBe(401);
    expect(await ask(deposits, open())).toBe(401);
    expect(await ask(`${endpoints.submit}/api/intake/deposits`, open())).toBe(401);
  });
});

test('what the pool itself signs with a later end does open: the expiry alone decided', async () => {
  expect(await ask(reviews, resigned(state, checker.id, { exp: now() + 60 }))).toBe(200);
});

test('a role that no pool knows grants nothing', async () => {
  expect(await ask(reviews, resigned(state, checker.id, { 'cognito:groups': ['ROOT', 'SYSTEM'] }))).toBe(403);
  expect(await ask(deposits, resigned(state, submitter.id, { 'cognito:groups': undefined }))).toBe(403);
});
