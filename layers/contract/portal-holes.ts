import * as z from 'zod';
import { publicHole } from './hole-outside.ts';
import { holeContent } from './hole-parts.ts';
import {
  columnWish,
  curveMedia,
  curveOf,
  facetCounts,
  holePage,
  soughtDepths,
  soughtHoles,
  tileParams,
} from './hole-search.ts';
import { bytes, route } from './route.ts';
import { gid } from './shared.ts';

const base = { api: 'public', module: 'portal', allow: 'everyone', scope: 'all' } as const;
const one = z.object({ id: gid });
export const searchPublicHoles = route({
  ...base,
  method: 'GET',
  path: '/portal/holes',
  audit: 'portal.holes',
  summary: { zh: '检索已公开的钻孔', en: 'Released holes by words, filters and place' },
  query: z.object({ ...soughtHoles, ...soughtDepths, ...holePage }),
  reply: z.object({
    items: z.array(publicHole),
    total: z.number().int(),
    exact: z.boolean(),
    cursor: z.string().optional(),
    facets: facetCounts,
  }),
});
export const publicHoleTile = route({
  ...base,
  method: 'GET',
  path: '/portal/hole-tiles/{z}/{x}/{y}',
  audit: 'portal.hole-tile',
  summary: { zh: '钻孔地图瓦片（MVT）', en: 'A tile of the map of released holes (MVT)' },
  params: tileParams,
  query: z.object(soughtHoles),
  reply: bytes,
  media: 'application/vnd.mapbox-vector-tile',
  keepSeconds: 60,
});
export const getPublicHole = route({
  ...base,
  method: 'GET',
  path: '/portal/holes/{id}',
  audit: 'portal.hole',
  summary: { zh: '一个已公开的钻孔', en: 'One released hole' },
  params: one,
  reply: publicHole,
});
export const getPublicHoleContent = route({
  ...base,
  method: 'GET',
  path: '/portal/holes/{id}/content',
  audit: 'portal.hole-content',
  summary: { zh: '已公开的分层、样品、测井目录等', en: 'Its released children and logs' },
  params: one,
  reply: holeContent,
});
export const getPublicHoleCurve = route({
  ...base,
  method: 'GET',
  path: '/portal/holes/{id}/curves/{sha256}',
  audit: 'portal.hole-curve',
  summary: { zh: '一条已公开的测井曲线', en: 'The values of a released curve: 64-bit floats, little endian' },
  params: curveOf,
  reply: bytes,
  media: curveMedia,
  keepSeconds: 3600,
});
/** Of the function that prints for the public: a PDF writer and its fonts are too much for that of the portal. */
export const printPublicHoleColumn = route({
  ...base,
  module: 'area',
  method: 'GET',
  path: '/area/holes/{id}/column',
  audit: 'portal.print-hole-column',
  summary: {
    zh: '已公开钻孔的柱状图（PDF，按比例尺）',
    en: 'The column of a released hole as PDF, true to scale',
  },
  params: one,
  query: z.object(columnWish),
  reply: bytes,
  media: 'application/pdf',
});
