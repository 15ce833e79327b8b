import { routes } from '@geoarchive/contract/routes.ts';
import { roles } from '@geoarchive/domain/roles.ts';
import { expect, test } from '@jest/globals';
import { caller, claimsOf } from './testing/call.ts';

/** Every route of an API, with a use case that must not be reached and says so when it is. */
const apiOf = (api: 'public' | 'internal') => {
  const implementations = Object.values(routes)
    .filter((route) => route.api === api)
    .map((route) => ({
      route,
      run: async (): Promise<unknown> => {
        throw new Error('reached');
      },
    }));
  return caller(() => undefined, implementations);
};
const both = { public: apiOf('public'), internal: apiOf('internal') };
const ulid = '01KAHZ6YB8Q5T2W9X3C7V4N6M1';
const pathOf = (path: string): string => path.replaceAll('{no}', '1').replaceAll(/\{\w+\}/g, ulid);

const knock = async (name: string, groups: string[] | undefined): Promise<unknown> => {
  const route = routes[name];
  if (route === undefined) throw new Error(`no route ${name}`);
  const { status, body } = await both[route.api].call({
    method: route.method,
    path: pathOf(route.path),
    body: {},
    headers: { accept: route.media ?? 'application/json' },
    claims: groups === undefined ? undefined : claimsOf('x', groups),
  });
  // Past the door it is a wrong input (400) or the use case itself (500 from its error above).
  return status === 400 || status === 500 ? 'let in' : body['type'];
};

const matrix = Object.entries(routes).flatMap(([name, { allow }]) =>
  roles.map(({ code }) => [name, code, allow === 'everyone' || allow.includes(code)] as const),
);

test.each(Object.entries(routes))('%s: nobody signed in', async (name, { allow }) => {
  expect(await knock(name, undefined)).toBe(allow === 'everyone' ? 'let in' : 'not-signed-in');
  if (allow !== 'everyone') expect(await knock(name, [])).toBe('forbidden');
});

test('the matrix of routes and roles: exactly who is named is let in', async () => {
  const wrong: string[] = [];
  for (const [name, code, allowed] of matrix) {
    const found = await knock(name, [code]);
    if (found !== (allowed ? 'let in' : 'forbidden')) wrong.push(`${name} ${code}: ${found}`);
  }
  expect(wrong).toEqual([]);
  expect(matrix.length).toBe(Object.keys(routes).length * roles.length);
});

test('all roles but those named together are still refused', async () => {
  for (const [name, { allow }] of Object.entries(routes)) {
    if (allow === 'everyone') continue;
    const others = roles.map(({ code }) => code).filter((code) => !allow.includes(code));
    expect([name, await knock(name, others)]).toEqual([name, 'forbidden']);
  }
});
