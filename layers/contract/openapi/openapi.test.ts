import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { routes } from '../routes.ts';
import { openApi } from './openapi.ts';

const schema = z.record(z.string(), z.unknown());
const content = (type: string) => z.object({ [type]: z.object({ schema }) });
const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema }),
  ),
  requestBody: z.object({ content: content('application/json') }).optional(),
  responses: z.record(z.string().regex(/^(\d{3}|default)$/), z.object({ description: z.string() })),
});
/** What OpenAPI 3.1 asks of a document, as far as ours uses it. */
const document = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  components: z.object({ securitySchemes: z.record(z.string(), z.object({ type: z.string() })) }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation),
  ),
});

describe.each(['public', 'internal'] as const)('the document of the %s API', (api) => {
  const found = document.parse(openApi(api));
  const operations = Object.entries(found.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, of]) => ({ path, method, ...of })),
  );

  test('lists each of its routes, and no other', () => {
    const wanted = Object.entries(routes)
      .filter(([, route]) => route.api === api)
      .map(([name, { path, method }]) => `${name} ${method.toLowerCase()} ${path}`);
    const listed = operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`);
    expect(listed.sort()).toEqual(wanted.sort());
  });

  test('describes every parameter of a path, and the schemes it names', () => {
    for (const { path, parameters, security } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described = parameters.filter((one) => one.in === 'path');
      expect(described.map(({ name }) => name).sort()).toEqual(named.sort());
      expect(described.every(({ required }) => required)).toBe(true);
      for (const scheme of security.flatMap((one) => Object.keys(one)))
        expect(found.components.securitySchemes).toHaveProperty(scheme);
    }
  });

  test('asks for a token exactly where somebody must be signed in', () => {
    for (const { operationId, security } of operations)
      expect([operationId, security.length === 0]).toEqual([
        operationId,
        routes[operationId]?.allow === 'everyone',
      ]);
  });

  test('has a body where one is taken, a reply and a problem everywhere', () => {
    for (const { method, requestBody, responses, operationId } of operations) {
      expect(requestBody === undefined).toBe(method === 'get' || method === 'delete');
      expect(Object.keys(responses)).toEqual([String(routes[operationId]?.status), 'default']);
    }
  });

  test('holds nothing that JSON cannot', () => {
    expect(JSON.parse(JSON.stringify(openApi(api)))).toEqual(openApi(api));
  });
});
