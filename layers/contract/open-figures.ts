import * as z from 'zod';
import { yearFigures } from './figure-parts.ts';
import { route } from './route.ts';

export const listOpenFigures = route({
  api: 'public',
  module: 'portal',
  allow: 'everyone',
  scope: 'all',
  method: 'GET',
  path: '/portal/figures',
  audit: 'portal.figures',
  summary: {
    zh: '历年公开的全国地质资料管理数据',
    en: 'The open national figures of all years, the newest first',
  },
  reply: z.object({ items: z.array(yearFigures) }),
});
