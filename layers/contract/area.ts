import { closeRing, type Ring, ringFault } from '@geoarchive/domain/geo/polygon.ts';
import * as z from 'zod';
import { publicHole } from './hole-outside.ts';
import { record } from './portal.ts';
import { bytes, route } from './route.ts';
import { bilingual, day, gid, instant } from './shared.ts';

const base = { api: 'public', module: 'area', allow: 'everyone', scope: 'all', method: 'GET' } as const;

/** Corners of an area that fit into an address. */
export const mostAreaCorners = 150;
const cornersOf = (text: string): number[][] =>
  text.split(';').map((corner) => corner.split(',').map(Number));
/** The closed ring of an area's text. */
export const ringOfArea = (text: string): Ring =>
  closeRing(cornersOf(text).map(([x = Number.NaN, y = Number.NaN]) => [x, y] as const));

/** `longitude,latitude` of each corner in degrees (CGCS2000), corners divided by `;`. The first need not come again. */
const area = z
  .string()
  .max(6000)
  .superRefine((text, context) => {
    const corners = cornersOf(text);
    const pairs = corners.every(({ length }) => length === 2) && corners.length <= mostAreaCorners;
    const fault = pairs
      ? ringFault(ringOfArea(text))?.text.zh
      : `应为 3 至 ${mostAreaCorners} 个“经度,纬度”，以分号相隔`;
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  });

/** Lines of each list in a report: `more` says that there are others. Holes are counted beyond them, to the end or to where the search stopped (`cut`). */
export const mostInReport = 500;
const some = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** Not all that lie here are in the list. */
    more: z.boolean(),
  });

export const areaRecord = record.pick({
  ...{ id: true, code: true, archiveNumber: true, title: true, node: true, dataClass: true },
  ...{ producer: true, formedOn: true, fileCount: true, protectedUntil: true },
});
export const areaHole = publicHole.pick({
  ...{ id: true, hole: true, project: true, node: true, holeType: true, place: true, finalDepth: true },
  ...{ finishedOn: true, access: true, parts: true, custodian: true, coreKeeper: true, protectedUntil: true },
});
const named = z.object({ id: gid, kind: z.enum(['record', 'hole']), name: z.string(), on: day });

/** What the archive has of an area, as whoever wants to drill there asks. */
export const areaReport = z.object({
  asOf: instant,
  area: z.array(z.tuple([z.number(), z.number()])),
  /** Reports that may be read. */
  open: some(areaRecord),
  /** Reports of which the catalogue alone is public. */
  protected: some(areaRecord),
  holes: some(areaHole),
  holeCounts: z.object({
    byType: z.array(z.object({ type: z.string(), count: z.number().int() })),
    withCore: z.number().int(),
    withLogs: z.number().int(),
    /** There are too many to look at all: there are at least so many. */
    cut: z.boolean(),
  }),
  /** What becomes public, and when, the next first. */
  coming: z.array(named),
  /** Who holds it: archives, and the keepers of papers and cores that holes name. */
  ask: z.array(z.object({ node: z.string(), name: bilingual, contact: bilingual.optional() })),
  keepers: z.array(z.object({ name: z.string(), holes: z.number().int(), core: z.boolean() })),
});
export type AreaReport = z.infer<typeof areaReport>;

export const reportOfArea = route({
  ...base,
  path: '/area/report',
  audit: 'area.report',
  summary: { zh: '钻前查询：范围内的已有资料', en: 'Before you drill: what the archive has of an area' },
  query: z.object({ area }),
  reply: areaReport,
});
export const printReportOfArea = route({
  ...base,
  path: '/area/report/print',
  audit: 'area.print',
  summary: { zh: '钻前查询（PDF）', en: 'Before you drill, as PDF' },
  query: z.object({ area, language: z.enum(['zh', 'en']).default('zh') }),
  reply: bytes,
  media: 'application/pdf',
});
