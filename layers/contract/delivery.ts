import { useAskers } from '@geoarchive/domain/service/codes.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { grantFacts } from './service-parts.ts';
import { gid, page, pageQuery } from './shared.ts';

/** What was granted to the caller: in the portal plane, which knows the grant by what door 3 brought. */
const base = { api: 'public', module: 'delivery', allow: [...useAskers], scope: 'organisation' } as const;
const one = z.object({ id: gid });

export const ownGrant = grantFacts.omit({ person: true }).extend({ used: z.number().int() });
export type OwnGrant = z.infer<typeof ownGrant>;

export const listOwnGrants = route({
  ...base,
  method: 'GET',
  path: '/delivery/grants',
  audit: 'delivery.list',
  summary: { zh: '我的利用许可', en: 'My grants' },
  query: pageQuery,
  reply: page(ownGrant),
});
export const getOwnGrant = route({
  ...base,
  method: 'GET',
  path: '/delivery/grants/{id}',
  audit: 'delivery.read',
  summary: { zh: '利用许可及文件', en: 'One of my grants with its files' },
  params: one,
  reply: ownGrant,
});
export const openGrantFile = route({
  ...base,
  method: 'POST',
  path: '/delivery/grants/{id}/openings',
  audit: 'delivery.open',
  status: 201,
  // The link is for this moment and this person: it is not kept for a key.
  secret: true,
  summary: {
    zh: '打开一个文件（计一次，临时链接）',
    en: 'Open a file: counted, with a link valid for minutes',
  },
  params: one,
  body: z.object({ no: z.number().int().min(1) }),
  reply: z.object({ url: z.string(), used: z.number().int(), allowed: z.number().int() }),
});
