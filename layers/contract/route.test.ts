import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { accessOf, route } from './route.ts';

const good = {
  api: 'public',
  module: 'intake',
  method: 'GET',
  path: '/intake/things',
  allow: ['SUBMITTER'],
  scope: 'organisation',
  audit: 'thing.list',
  summary: { zh: '东西', en: 'Things' },
  reply: z.object({ ok: z.boolean() }),
} as const;

/** Declares what the compiler would not let through, as a careless cast would. */
const declare = (given: Record<string, unknown>): unknown => Reflect.apply(route, undefined, [given]);
const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

test('a complete route is declared, with empty schemas for what it does not take', () => {
  const made = route({ ...good, allow: ['SUBMITTER'] });
  expect(made).toMatchObject({ path: '/intake/things', status: 200 });
  expect(made.params.parse({ x: 1 })).toEqual({});
  expect(accessOf(made)).toBe('signed');
  expect(accessOf(route({ ...good, allow: 'everyone' }))).toBe('open');
});

describe('a route cannot be declared', () => {
  test.each(['api', 'module', 'method', 'path', 'allow', 'scope', 'audit', 'summary', 'reply'])(
    'without %s',
    (name) => {
      expect(() => declare(without(name))).toThrow(/is not complete|must begin/);
    },
  );

  test.each([
    ['no role', { allow: [] }],
    ['an unknown role', { allow: ['ROOT'] }],
    ['a word for everyone that is not ours', { allow: 'anyone' }],
    ['staff on the public API', { allow: ['SUBMITTER', 'AUDITOR'] }],
    ['outsiders on the internal API', { api: 'internal', allow: ['SUBMITTER'] }],
    ['an audit name that is no name', { audit: 'Thing List' }],
    ['an empty summary', { summary: { zh: '', en: 'Things' } }],
    ['one language', { summary: { en: 'Things' } }],
    ['a reply that is no schema', { reply: { ok: true } }],
    ['another module’s path', { path: '/archive/things' }],
    ['a path that only looks like the module’s', { path: '/intakes/things' }],
    ['a path without a slash', { path: 'intake/things' }],
    ['a path with a space', { path: '/intake/a b' }],
    ['a method that is none', { method: 'FETCH' }],
  ])('with %s', (_, wrong) => {
    expect(() => declare({ ...good, ...wrong })).toThrow();
  });
});
