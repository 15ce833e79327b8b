import * as z from 'zod';
import { problemSchema } from '../problem.ts';
import { isPlainText, type Route } from '../route.ts';
import { routes } from '../routes.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const parameters = (of: Route): unknown[] => {
  const from = (schema: z.ZodType, place: 'path' | 'query') => {
    const json = schemaOf(schema, 'input');
    const properties: Record<string, unknown> = { ...Object(json['properties']) };
    const required = Array.isArray(json['required']) ? json['required'] : [];
    return Object.entries(properties).map(([name, value]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: value,
    }));
  };
  return [...from(of.params, 'path'), ...from(of.query, 'query')];
};

const operation = (name: string, of: Route): Record<string, unknown> => ({
  operationId: name,
  summary: of.summary.en,
  description: of.summary.zh,
  tags: [of.module],
  'x-audit': of.audit,
  'x-allow': of.allow,
  'x-scope': of.scope,
  security: of.allow === 'everyone' ? [] : [{ idToken: [] }],
  parameters: parameters(of),
  ...(of.method === 'GET' || of.method === 'DELETE'
    ? {}
    : { requestBody: { content: { 'application/json': { schema: schemaOf(of.body, 'input') } } } }),
  responses: {
    [of.status]: {
      description: of.summary.en,
      content:
        of.media === undefined
          ? { 'application/json': { schema: schemaOf(of.reply, 'output') } }
          : { [of.media]: { schema: { type: 'string', ...(isPlainText(of) ? {} : { format: 'binary' }) } } },
    },
    default: {
      description: 'Problem (RFC 9457)',
      content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
    },
  },
});

/** The OpenAPI 3.1 document of one API, made from the declared routes. */
export const openApi = (api: 'internal' | 'public'): Record<string, unknown> => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, of] of Object.entries(routes).filter(([, r]) => r.api === api))
    paths[of.path] = { ...paths[of.path], [of.method.toLowerCase()]: operation(name, of) };
  return {
    openapi: '3.1.0',
    info: { title: `GeoArchive ${api} API`, version: '1' },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { idToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  };
};
