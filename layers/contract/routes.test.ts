import { roles } from '@geoarchive/domain/roles.ts';
import { describe, expect, test } from '@jest/globals';
import { routes } from './routes.ts';

const all = Object.entries(routes);

test('routes are many, and each has its place once', () => {
  expect(all.length).toBeGreaterThan(40);
  const places = all.map(
    ([, { api, method, path }]) => `${api} ${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
  );
  expect(new Set(places).size).toBe(places.length);
});

describe.each(all)('%s', (_, route) => {
  test('lies below its module', () => {
    if (route.module === 'about') expect(['/health', '/openapi.json']).toContain(route.path);
    else expect(route.path.startsWith(`/${route.module}/`)).toBe(true);
  });

  test('has exactly the parameters its path names', () => {
    const named = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const shape: unknown = Reflect.get(route.params, 'shape');
    expect(Object.keys(Object(shape)).sort()).toEqual(named.sort());
  });

  test('lets in roles of its own pool only', () => {
    const pool = route.api === 'internal' ? 'staff' : 'public';
    if (route.allow === 'everyone') return;
    for (const code of route.allow) expect(roles.find((role) => role.code === code)?.pool).toBe(pool);
  });

  test('reaches everybody’s things only when it is open, about the system itself, or about bars', () => {
    const open =
      route.allow === 'everyone' ||
      route.module === 'operations' ||
      route.path === '/jobs/all' ||
      route.path.startsWith('/supervision/eligibility');
    expect(route.scope === 'all').toBe(open);
  });

  test('tells a change from a read by its method', () => {
    if (route.method === 'GET') expect(route.status).toBe(200);
    expect(route.audit).toMatch(/^[a-z]+\.[a-z-]+$/);
  });
});

test('an audit name stands for one act', () => {
  const changes = all.filter(([, { method }]) => method !== 'GET').map(([, { audit }]) => audit);
  expect(new Set(changes).size).toBe(changes.length);
});

test('only the portal and what an API says of itself is open', () => {
  const open = all.filter(([, { allow }]) => allow === 'everyone').map(([, { module }]) => module);
  expect([...new Set(open)].sort()).toEqual(['about', 'area', 'feeds', 'portal', 'reports', 'verification']);
});

test('a registry asks whether a party is barred, and does nothing else', () => {
  const theirs = all.filter(([, { allow }]) => allow !== 'everyone' && allow.includes('REGISTRY'));
  expect(theirs.map(([name]) => name)).toEqual(['barChanges', 'eligibility']);
});

test('the decisions of law are made by the roles of law', () => {
  const allowOf = (name: string) => routes[name]?.allow;
  expect(allowOf('acceptReview')).toEqual(['ARCHIVE_CHECKER']);
  expect(allowOf('certifyReview')).toEqual(['CERTIFICATE_OFFICER', 'ARCHIVE_CHECKER']);
  expect(allowOf('decideRelease')).toEqual(['SECRECY_OFFICER']);
  expect(allowOf('withdrawRelease')).toEqual(['SECRECY_OFFICER']);
  expect(allowOf('listAudit')).toEqual(['AUDITOR']);
  const operating = all.filter(([, { module }]) => module === 'operations');
  expect(new Set(operating.flatMap(([, { allow }]) => allow))).toEqual(new Set(['OPERATOR']));
  expect(allowOf('invitePerson')).toEqual(['SUBMITTER_ADMIN']);
});
