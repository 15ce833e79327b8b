import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Method, Node } from './api.ts';
import { route } from './route.ts';

const method = (path: string): Method => ({
  resourceId: path,
  path,
  target: { kind: 'lambda', arn: path, timeoutMs: 1 },
  authorizer: undefined,
});
const node = (part: string, path: string, verbs: string[], children: Node[] = []): Node => ({
  part,
  path,
  children,
  methods: new Map(verbs.map((verb) => [verb, method(`${verb} ${path}`)])),
});
const root = node(
  '',
  '/',
  ['GET'],
  [
    node('{proxy+}', '/{proxy+}', ['ANY']),
    node('intake', '/intake', ['GET'], [node('{proxy+}', '/intake/{proxy+}', ['ANY', 'DELETE'])]),
    node(
      'things',
      '/things',
      [],
      [
        node('{id}', '/things/{id}', ['GET'], [node('parts', '/things/{id}/parts', ['GET'])]),
        node('new', '/things/new', ['POST']),
      ],
    ),
  ],
);
const find = (verb: string, path: string) => {
  const match = route(root, verb, path);
  return match && [match.method.path, match.parameters];
};

describe('routing', () => {
  test.each([
    ['GET', '/', ['GET /', null]],
    ['GET', '/intake', ['GET /intake', null]],
    ['GET', '/intake/', ['GET /intake', null]],
    ['PUT', '/intake/a/b%20c', ['ANY /intake/{proxy+}', { proxy: 'a/b c' }]],
    ['DELETE', '/intake/a', ['DELETE /intake/{proxy+}', { proxy: 'a' }]],
    ['GET', '/things/7', ['GET /things/{id}', { id: '7' }]],
    ['POST', '/things/new', ['POST /things/new', null]],
    ['GET', '/things/new', ['GET /things/{id}', { id: 'new' }]],
    ['GET', '/things/7/parts', ['GET /things/{id}/parts', { id: '7' }]],
    ['GET', '/things/7/other', ['ANY /{proxy+}', { proxy: 'things/7/other' }]],
    ['GET', '/intake%2Fa', ['ANY /{proxy+}', { proxy: 'intake/a' }]],
    ['GET', '/%E0%A4%A', ['ANY /{proxy+}', { proxy: '%E0%A4%A' }]],
  ])('%s %s', (verb, path, expected) => {
    expect(find(verb, path)).toEqual(expected);
  });
  test('nothing fits', () => {
    expect(route(node('', '/', [], [node('a', '/a', ['GET'])]), 'POST', '/a')).toBeUndefined();
    expect(route(node('', '/', [], [node('a', '/a', ['GET'])]), 'GET', '/b')).toBeUndefined();
  });
  test('any path below a proxy reaches it whole', () => {
    const part = fc.string({ minLength: 1, maxLength: 8 }).filter((s) => !/^\.{1,2}$/.test(s));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const path = `/intake/${parts.map(encodeURIComponent).join('/')}`;
        expect(route(root, 'PUT', path)?.parameters).toEqual({ proxy: parts.join('/') });
      }),
    );
  });
});
