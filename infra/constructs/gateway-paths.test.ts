import { route } from '@geoarchive/contract/route.ts';
import { routes } from '@geoarchive/contract/routes.ts';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { gatewayPaths } from './gateway-paths.ts';

const declared = (module: string, allow: 'everyone' | ['SUBMITTER']) =>
  route({
    api: 'public',
    module,
    method: 'GET',
    path: `/${module}/things`,
    allow,
    scope: 'all',
    audit: 'things.read',
    summary: { zh: '读', en: 'Read' },
    reply: z.object({}),
  });

test('the public API has a path for each module and each open path, and no more', () => {
  expect(gatewayPaths(Object.values(routes), 'public')).toEqual([
    { module: 'area', path: '/area', access: 'open', proxy: true },
    { module: 'calendar', path: '/calendar', access: 'signed', proxy: true },
    { module: 'cases', path: '/cases', access: 'signed', proxy: true },
    { module: 'delivery', path: '/delivery', access: 'signed', proxy: true },
    { module: 'documents', path: '/documents', access: 'signed', proxy: true },
    { module: 'feeds', path: '/feeds', access: 'open', proxy: true },
    { module: 'about', path: '/health', access: 'open', proxy: false },
    { module: 'identity', path: '/identity', access: 'signed', proxy: true },
    { module: 'intake', path: '/intake', access: 'signed', proxy: true },
    { module: 'notices', path: '/notices', access: 'signed', proxy: true },
    { module: 'about', path: '/openapi.json', access: 'open', proxy: false },
    { module: 'portal', path: '/portal', access: 'open', proxy: true },
    { module: 'reports', path: '/reports', access: 'open', proxy: true },
    { module: 'service', path: '/service', access: 'signed', proxy: true },
    { module: 'verification', path: '/verification', access: 'open', proxy: true },
  ]);
});

test('the internal API has a path for each plane where routes name it first', () => {
  const found = gatewayPaths(Object.values(routes), 'internal').filter(({ path }) =>
    path.startsWith('/operations'),
  );
  expect(found).toEqual(
    ['archive', 'intake', 'portal'].map((plane) => ({
      module: `operations/${plane}`,
      path: `/operations/${plane}`,
      access: 'signed',
      proxy: true,
    })),
  );
});

test('routes of the other API make no path', () => {
  expect(gatewayPaths([declared('intake', ['SUBMITTER'])], 'internal')).toEqual([]);
});

test('a module that mixes open and signed routes is refused', () => {
  expect(() =>
    gatewayPaths([declared('intake', ['SUBMITTER']), declared('intake', 'everyone')], 'public'),
  ).toThrow('Module intake of the public API mixes open and signed routes');
});
