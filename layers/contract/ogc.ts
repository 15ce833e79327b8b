import * as z from 'zod';
import { route } from './route.ts';
import { bbox, day, gid } from './shared.ts';

/** Released holes as an OGC API – Features (17-069r4, part 1: Core, GeoJSON): what GIS programs read without being told of us. */
const base = { api: 'public', module: 'portal', allow: 'everyone', scope: 'all', method: 'GET' } as const;
export const ogcRoot = '/portal/ogc';
const holes = `${ogcRoot}/collections/holes`;

const link = z.object({ href: z.string(), rel: z.string(), type: z.string(), title: z.string().optional() });
const collection = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  itemType: z.literal('feature'),
  crs: z.array(z.string()),
  links: z.array(link),
});
export type OgcCollection = z.infer<typeof collection>;

export const ogcLanding = route({
  ...base,
  path: ogcRoot,
  audit: 'portal.ogc',
  summary: { zh: 'OGC API – Features：入口', en: 'OGC API – Features: the landing page' },
  reply: z.object({ title: z.string(), description: z.string(), links: z.array(link) }),
});
export const ogcConformance = route({
  ...base,
  path: `${ogcRoot}/conformance`,
  audit: 'portal.ogc',
  summary: { zh: 'OGC API – Features：所符合的类', en: 'OGC API – Features: conformance classes' },
  reply: z.object({ conformsTo: z.array(z.string()) }),
});
export const ogcCollections = route({
  ...base,
  path: `${ogcRoot}/collections`,
  audit: 'portal.ogc',
  summary: { zh: 'OGC API – Features：数据集清单', en: 'OGC API – Features: the collections' },
  reply: z.object({ collections: z.array(collection), links: z.array(link) }),
});
export const ogcHoles = route({
  ...base,
  path: holes,
  audit: 'portal.ogc',
  summary: { zh: 'OGC API – Features：钻孔数据集', en: 'OGC API – Features: the collection of holes' },
  reply: collection,
});

const numbers = z.string().transform((text) => text.split(',').map(Number));
/** Four numbers, or six with heights that are not looked at. */
const box = numbers
  .transform((all) => (all.length === 6 ? [all[0], all[1], all[3], all[4]] : all))
  .pipe(bbox);
const instantOrDay = z
  .string()
  .transform((text) => text.slice(0, 10))
  .pipe(day);
/** An instant, or an interval whose ends may be open (`..` or nothing): by the day on which drilling ended. */
const datetime = z
  .string()
  .max(60)
  .transform((text) => text.split('/'))
  .pipe(z.array(z.string()).min(1).max(2))
  .transform(([from = '', to = from]) => ({ from, to }))
  .pipe(
    z.object({
      from: z.union([z.enum(['', '..']).transform(() => undefined), instantOrDay]),
      to: z.union([z.enum(['', '..']).transform(() => undefined), instantOrDay]),
    }),
  );

/** Features of a page of the collection at most. */
export const mostFeatures = 1000;
export const ogcHoleItems = route({
  ...base,
  path: `${holes}/items`,
  audit: 'portal.ogc-items',
  summary: {
    zh: 'OGC API – Features：已公开钻孔（GeoJSON）',
    en: 'OGC API – Features: released holes (GeoJSON)',
  },
  // Strict: a parameter that is not known is an error there (requirement /req/core/query-param-unknown).
  query: z.strictObject({
    bbox: box.optional(),
    datetime: datetime.optional(),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .default(100)
      .transform((asked) => Math.min(asked, mostFeatures)),
    cursor: z.string().max(2000).optional(),
    holeType: z.string().max(40).optional(),
    region: z.string().max(6).optional(),
    mineral: z.string().max(60).optional(),
  }),
  media: 'application/geo+json',
  reply: z.string(),
  keepSeconds: 60,
});
export const ogcHoleItem = route({
  ...base,
  path: `${holes}/items/{id}`,
  audit: 'portal.ogc-item',
  summary: { zh: 'OGC API – Features：一个钻孔', en: 'OGC API – Features: one hole' },
  params: z.object({ id: gid }),
  media: 'application/geo+json',
  reply: z.string(),
  keepSeconds: 60,
});
