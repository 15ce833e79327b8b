import { bytes, route } from '@geoarchive/contract/route.ts';
import { beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { implement } from './call.ts';
import { Problem } from './problem.ts';
import { router } from './router.ts';
import { caller, claimsOf, eventOf, type Request } from './testing/call.ts';

const base = {
  api: 'public',
  module: 'intake',
  allow: ['SUBMITTER'],
  scope: 'organisation',
  summary: { zh: '东西', en: 'Things' },
} as const;
const reply = z.object({ id: z.string(), count: z.number() });
const read = route({
  ...base,
  allow: ['SUBMITTER'],
  method: 'GET',
  path: '/intake/things/{id}',
  audit: 'thing.read',
  params: z.object({ id: z.string().max(20) }),
  query: z.object({ limit: z.coerce.number().int().max(10).default(5), tag: z.array(z.string()).optional() }),
  reply,
});
const write = route({
  ...base,
  allow: ['SUBMITTER'],
  method: 'POST',
  path: '/intake/things',
  audit: 'thing.write',
  status: 201,
  body: z.object({ name: z.string().min(1), size: z.number().int() }),
  reply,
});
const open = route({
  ...base,
  allow: 'everyone',
  method: 'GET',
  path: '/intake/a.b',
  audit: 'thing.open',
  reply,
});

type Deps = { answer: (call: unknown) => unknown };
let answer: Deps['answer'];
let seen: unknown[];
const deps = (): Deps => ({ answer });
const run = async (of: Deps, call: unknown) => {
  seen.push(call);
  // Some answers here are wrong on purpose, to see the router refuse them.
  return of.answer(call) as z.infer<typeof reply>;
};
const things = [implement(read, run), implement(write, run), implement(open, run)];
const submitter = claimsOf('li', ['SUBMITTER']);
const api = () => caller(deps, things);
const call = (request: Request) => api().call({ claims: submitter, ...request });
const post = (body: unknown, headers: Record<string, string> = {}) =>
  call({ method: 'POST', path: '/intake/things', body, headers });

beforeEach(() => {
  seen = [];
  answer = () => ({ id: 'x', count: 1 });
});

describe('who may call', () => {
  test.each([
    ['nobody signed in', undefined, 401, 'not-signed-in'],
    ['claims without a subject', { name: 'li', 'cognito:groups': 'SUBMITTER' }, 401, 'not-signed-in'],
    ['another role', claimsOf('li', ['REGISTERED_USER']), 403, 'forbidden'],
    ['no role', claimsOf('li', []), 403, 'forbidden'],
    ['a role that is only a part of the name', claimsOf('li', ['SUBMITTER_X']), 403, 'forbidden'],
  ])('%s: %o', async (_, claims, status, type) => {
    const given = await api().call({ path: '/intake/things/1', claims });
    expect([given.status, given.body['type']]).toEqual([status, type]);
    expect(seen).toEqual([]);
  });

  test('a bad input of somebody who may not call is not even looked at', async () => {
    const claims = claimsOf('li', ['REGISTERED_USER']);
    const path = '/intake/things';
    expect((await api().call({ method: 'POST', path, claims, body: '{' })).status).toBe(403);
  });

  test('an open route is called by anybody, who then holds no role', async () => {
    expect((await api().call({ path: '/intake/a.b' })).status).toBe(200);
    expect(seen[0]).toMatchObject({ caller: { sub: 'anonymous', roles: [] } });
  });
});

describe('which route', () => {
  test.each([
    '/intake/thing',
    '/intake/things/1/2',
    '/intake/things/',
    '/intake/aXb',
    '/',
    '/intake/things/%zz',
  ])('%s is none', async (path) => {
    const given = await call({ path });
    expect([given.status, given.body['type']]).toEqual([404, 'no-such-route']);
  });
  test('the method counts', async () => {
    expect((await call({ method: 'DELETE', path: '/intake/things/1' })).status).toBe(404);
  });
  test('a parameter is decoded, and cannot reach another route', async () => {
    await call({ path: '/intake/things/%E9%93%9C%2F..%2F1' });
    expect(seen[0]).toMatchObject({ params: { id: '铜/../1' } });
  });
});

describe('what is asked', () => {
  test('query values are coerced, defaults filled in', async () => {
    await call({ path: '/intake/things/1', query: { limit: ['7'], tag: ['a', 'b'], other: ['x'] } });
    expect(seen[0]).toMatchObject({ query: { limit: 7, tag: ['a', 'b'] }, language: 'en' });
    await call({ path: '/intake/things/1' });
    expect(seen[1]).toMatchObject({ query: { limit: 5 } });
  });

  test.each([
    ['zh', 'zh-CN,zh;q=0.9', '输入有误', /[一-鿿]/],
    ['en', 'en-GB', 'The input is not valid', /^[A-Z]/],
  ])('wrong fields are named in %s', async (_, language, title, message) => {
    const given = await post({ name: '', size: 1.5 }, { 'Accept-Language': language });
    expect(given.status).toBe(400);
    expect(given.body).toMatchObject({ type: 'invalid-input', title, status: 400, instance: 'request-1' });
    expect(given.body['fields']).toEqual([
      { field: 'body.name', message: expect.stringMatching(message) },
      { field: 'body.size', message: expect.stringMatching(message) },
    ]);
    expect(given.answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(seen).toEqual([]);
  });

  test('path and query are named too', async () => {
    const path = `/intake/things/${'x'.repeat(21)}`;
    expect((await call({ path })).body['fields']).toMatchObject([{ field: 'path.id' }]);
    const given = await call({ path: '/intake/things/1', query: { limit: ['11'] } });
    expect(given.body['fields']).toMatchObject([{ field: 'query.limit' }]);
  });

  test.each(['{', 'null', '[]', '"text"', '7', '{"name":"a"}'])('the body %s is refused', async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(seen).toEqual([]);
  });

  test('a body in base64 is read', async () => {
    const event = eventOf({ method: 'POST', path: '/intake/things', claims: submitter });
    const body = Buffer.from('{"name":"铜","size":1}').toString('base64');
    const { answer: given } = await router({ deps, implementations: things })({
      ...event,
      body,
      isBase64Encoded: true,
    });
    expect(given.statusCode).toBe(201);
    expect(seen[0]).toMatchObject({ body: { name: '铜', size: 1 } });
  });

  test.each([
    ['"3"', 3],
    ['W/"12"', 12],
    ['7', 7],
  ])('If-Match %s is version %i', async (header, version) => {
    await post({ name: 'a', size: 1 }, { 'if-match': header });
    expect(seen[0]).toMatchObject({ ifMatch: version });
  });
  test.each(['*', '"a"', '-1', '', '"1", "2"'])('If-Match %j is refused', async (header) => {
    expect((await post({ name: 'a', size: 1 }, { 'If-Match': header })).status).toBe(400);
  });
});

describe('what is answered', () => {
  test('status, and never a field outside the schema', async () => {
    answer = () => ({ id: 'x', count: 1, secret: 's3://archive', nested: { a: 1 } });
    const given = await post({ name: 'a', size: 1 });
    expect(given.status).toBe(201);
    expect(given.body).toEqual({ id: 'x', count: 1 });
    expect(given.answer.headers['cache-control']).toBe('no-store');
  });

  test.each<[string, () => unknown]>([
    ['a reply that does not fit', () => ({ id: 'top-secret-value', count: 'many' })],
    ['no reply', () => undefined],
    [
      'an error',
      () => {
        throw new Error('password=hunter2 at arn:aws:dynamodb');
      },
    ],
  ])('%s is a 500 that tells nothing of the inside', async (_, broken) => {
    answer = broken;
    const used = api();
    const given = await used.call({
      method: 'POST',
      path: '/intake/things',
      claims: submitter,
      body: { name: 'a', size: 1 },
    });
    expect(given.status).toBe(500);
    expect(Object.keys(given.body).sort()).toEqual(['instance', 'remedy', 'status', 'title', 'type']);
    expect(given.answer.body).not.toMatch(/hunter2|top-secret|arn:|expected/);
    expect(used.errors).toHaveLength(1);
  });

  test('a problem of a use case in the caller’s language, not logged as an error', async () => {
    answer = () => {
      throw new Problem('rule-broken', { zh: '先检查', en: 'Check first' }, [{ field: 'a', message: 'b' }]);
    };
    const used = api();
    const given = await used.call({
      path: '/intake/things/1',
      claims: submitter,
      headers: { 'Accept-Language': 'zh' },
    });
    expect(given.body).toMatchObject({
      type: 'rule-broken',
      title: '不符合规定',
      detail: '先检查',
      status: 422,
      fields: [{ field: 'a', message: 'b' }],
    });
    expect(used.errors).toEqual([]);
  });

  test('the wide event says who did what with which outcome', async () => {
    const { wide } = await call({ path: '/intake/things/1' });
    expect(wide).toMatchObject({
      requestId: 'request-1',
      route: 'GET /intake/things/{id}',
      audit: 'thing.read',
      caller: 'sub-li',
      status: 200,
      ms: expect.any(Number),
    });
    const refused = await api().call({ path: '/intake/things/1' });
    expect(refused.wide).toMatchObject({ caller: 'anonymous', status: 401, problem: 'not-signed-in' });
  });
});

test('an idempotency key leads a write, and no read, through the store of replies', async () => {
  const keys: string[] = [];
  const route1 = router({
    deps,
    implementations: things,
    once: async ({ key, caller, asked, work }) => {
      keys.push(`${caller.sub} ${key} ${asked}`);
      return work();
    },
  });
  const headers = { 'Idempotency-Key': 'k1' };
  const body = { name: 'a', size: 1 };
  await route1(eventOf({ method: 'POST', path: '/intake/things', claims: submitter, body, headers }));
  await route1(eventOf({ path: '/intake/things/1', claims: submitter, headers }));
  await route1(eventOf({ method: 'POST', path: '/intake/things', claims: submitter, body }));
  expect(keys).toEqual([`sub-li k1 /intake/things\n${JSON.stringify(body)}`]);
});

describe('bytes', () => {
  const media = 'image/x-test';
  const picture = route({
    ...base,
    allow: 'everyone',
    method: 'GET',
    path: '/intake/picture',
    audit: 'thing.picture',
    reply: bytes,
    media,
    keepSeconds: 30,
  });
  const content = Uint8Array.of(0, 255, 128, 10);
  const ask = (headers: Record<string, string>, given: Uint8Array = content) =>
    caller(() => ({}), [implement(picture, async () => given)]).call({ path: '/intake/picture', headers });

  test('go as base64 with type, ETag and how long they may be kept', async () => {
    const { answer: good } = await ask({ accept: `${media}, */*;q=0.1` });
    expect(good).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(Buffer.from(good.body, 'base64')).toEqual(Buffer.from(content));
    expect(good.headers).toEqual({
      'content-type': media,
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
      'cache-control': 'public, max-age=30',
    });
  });

  test('that are never kept go without an ETag, each time anew', async () => {
    const page = route({ ...picture, allow: ['SUBMITTER'], neverKept: true });
    const run = caller(() => ({}), [implement(page, async () => content)]);
    const asked = (headers: Record<string, string>) =>
      run.call({ path: '/intake/picture', headers: { accept: media, ...headers }, claims: submitter });
    const kept = (await ask({ accept: media })).answer.headers['etag'] ?? '';
    for (const headers of [{}, { 'If-None-Match': kept }]) {
      const { answer: good } = await asked(headers);
      expect(good).toMatchObject({ statusCode: 200, isBase64Encoded: true });
      expect(good.headers).toEqual({ 'content-type': media, 'cache-control': 'no-store' });
      expect(Buffer.from(good.body, 'base64')).toEqual(Buffer.from(content));
    }
  });

  test('do not go twice to who has them', async () => {
    const { answer: first } = await ask({ accept: media });
    const etag = first.headers['etag'] ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const { answer: again } = await ask({ accept: media, 'If-None-Match': known });
      expect(again).toMatchObject({ statusCode: 304, body: '', headers: { etag } });
    }
    const changed = await ask({ accept: media, 'If-None-Match': etag }, Uint8Array.of(1));
    expect(changed.status).toBe(200);
  });

  test('are not given as text to who does not name their type first', async () => {
    const none: Record<string, string>[] = [{}, { accept: '*/*' }, { accept: `text/html, ${media}` }];
    for (const headers of none) {
      const { status, body } = await ask(headers);
      expect([status, body['type'], body['detail']]).toEqual([406, 'other-media', `Accept: ${media}`]);
    }
  });

  test('a text of a type of its own goes as it is, to whoever asks, with its ETag', async () => {
    const diary = route({
      ...base,
      allow: 'everyone',
      method: 'GET',
      path: '/intake/diary',
      audit: 'thing.diary',
      reply: z.string(),
      media: 'text/calendar',
      keepSeconds: 30,
    });
    const event = (headers: Record<string, string>) => eventOf({ path: '/intake/diary', headers });
    const run = router({ deps: () => ({}), implementations: [implement(diary, async () => '日')] });
    const { answer: good } = await run(event({ accept: '*/*' }));
    expect(good).toMatchObject({ statusCode: 200, body: '日' });
    expect(good.isBase64Encoded).toBeUndefined();
    expect(good.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      // Such texts are somebody's own: no proxy may keep them.
      'cache-control': 'private, max-age=30',
    });
    const { answer: again } = await run(event({ 'If-None-Match': good.headers['etag'] ?? '' }));
    expect(again.statusCode).toBe(304);
  });

  test('a problem is told as everywhere', async () => {
    const failing = caller(
      () => ({}),
      [
        implement(picture, async () => {
          throw new Problem('not-found');
        }),
      ],
    );
    const { status, answer: told } = await failing.call({
      path: '/intake/picture',
      headers: { accept: media },
    });
    expect(status).toBe(404);
    expect(told.headers['content-type']).toContain('application/problem+json');
  });
});
