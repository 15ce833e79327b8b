import * as z from 'zod';
import { route } from './route.ts';

const open = { module: 'about', method: 'GET', allow: 'everyone', scope: 'all' } as const;
const health = z.object({ ok: z.boolean(), deployment: z.string(), time: z.string() });
const anything = z.record(z.string(), z.unknown());
const healthText = { zh: '服务是否可用', en: 'Whether the service answers' };
const openApiText = { zh: '接口说明（OpenAPI 3.1）', en: 'This API in OpenAPI 3.1' };

export const publicHealth = route({
  ...open,
  api: 'public',
  path: '/health',
  audit: 'about.health',
  summary: healthText,
  reply: health,
});
export const internalHealth = route({
  ...open,
  api: 'internal',
  path: '/health',
  audit: 'about.health',
  summary: healthText,
  reply: health,
});
export const publicOpenApi = route({
  ...open,
  api: 'public',
  path: '/openapi.json',
  audit: 'about.openapi',
  summary: openApiText,
  reply: anything,
});
export const internalOpenApi = route({
  ...open,
  api: 'internal',
  path: '/openapi.json',
  audit: 'about.openapi',
  summary: openApiText,
  reply: anything,
});
