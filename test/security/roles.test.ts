import type { Route } from '@geoarchive/contract/route.ts';
import { routes } from '@geoarchive/contract/routes.ts';
import { type RoleCode, roles } from '@geoarchive/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openInside } from '../support/inside.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { accountOf, tokensOf } from '../support/tokens.ts';

jest.setTimeout(300_000);
/*
 * Every route of the contract, called through the real gateways with every role's token. The ids do not exist and the
 * bodies are empty, so whoever may call gets another answer than 401 or 403, and nothing changes.
 */
const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const tokens = new Map<RoleCode, string>();
beforeAll(async () => {
  await Promise.all(
    roles.map(async ({ code, pool }) => {
      const site = pool === 'staff' ? endpoints.admin : endpoints.submit;
      tokens.set(code, (await tokensOf(inside, site, accountOf(endpoints, code))).id);
    }),
  );
});
afterAll(() => inside.close());

const nowhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const some = new Map([
  ['no', '1'],
  ['username', 'nobody'],
  ['plane', 'intake'],
]);
const urlOf = ({ api, path }: Route): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => some.get(name) ?? nowhere);
  return (api === 'internal' ? endpoints.internalApi : endpoints.publicApi) + filled;
};
const call = async (route: Route, token: string | undefined): Promise<number> => {
  const writes = route.method !== 'GET' && route.method !== 'DELETE';
  const reply = await fetch(urlOf(route), {
    method: route.method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(writes ? { body: '{}' } : {}),
  });
  await reply.arrayBuffer();
  return reply.status;
};
const meaning = (status: number): string =>
  status === 401 || status === 403 ? String(status) : status < 500 ? 'may' : `broken ${status}`;

const wanted = (route: Route, code: RoleCode, pool: 'staff' | 'public'): string => {
  if (route.allow === 'everyone') return 'may';
  if ((route.api === 'internal') !== (pool === 'staff')) return '401';
  return route.allow.includes(code) ? 'may' : '403';
};

describe.each(Object.entries(routes))('%s', (_, route) => {
  test(`${route.method} ${route.path} is for ${route.allow}`, async () => {
    // The other pool is refused before roles are looked at: one of its roles stands for all.
    const asked = roles.filter(
      ({ code, pool }) =>
        (route.api === 'internal') === (pool === 'staff') || ['SUBMITTER', 'AUDITOR'].includes(code),
    );
    const found = await Promise.all(
      asked.map(async ({ code }) => [code, meaning(await call(route, tokens.get(code)))]),
    );
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(asked.map(({ code, pool }) => [code, wanted(route, code, pool)])),
    );
    expect(meaning(await call(route, undefined))).toBe(route.allow === 'everyone' ? 'may' : '401');
  });
});
