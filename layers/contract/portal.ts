import { noticeKindCodes } from '@geoarchive/domain/disclosure/notice.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { taskLifecycle } from '@geoarchive/domain/task.ts';
import * as z from 'zod';
import { outsideStates, publicNotice } from './disclosure-parts.ts';
import { bytes, route } from './route.ts';
import { bbox, day, description, gid, instant, page, pageQuery, sha256, taskSource } from './shared.ts';

const base = { api: 'public', module: 'portal', allow: 'everyone', scope: 'all' } as const;

const recordFile = z.object({
  no: z.number().int(),
  path: z.string(),
  size: z.number(),
  sha256,
  format: z.string(),
  mime: z.string(),
});
/** A record as the public sees it. Nothing of the archive's workings is in it. */
export const record = z.object({
  ...description.shape,
  id: gid,
  code: z.string(),
  archiveNumber: z.string(),
  node: z.string(),
  version: z.number().int(),
  publishedAt: instant,
  submitted: day,
  access: z.enum(['open', 'catalogue-only']),
  fileCount: z.number().int(),
  /** The last day of its protection, while the catalogue alone is public for that. */
  protectedUntil: day.optional(),
});
/** How often a record was looked at and fetched up to a day: people and programs apart, nothing of who. */
export const recordUsage = z.object({
  asOf: day,
  views: z.number().int(),
  downloads: z.number().int(),
  /** Openings under grants of use (经许可利用). */
  granted: z.number().int(),
  /** Views and downloads of programs: in no other number. */
  robots: z.number().int(),
});
export type RecordUsage = z.infer<typeof recordUsage>;
export type PublicRecord = z.infer<typeof record>;
export type PublicFile = z.infer<typeof recordFile>;

const facetNames = ['dataClass', 'minerals', 'regions', 'node', 'fileFormats', 'access'] as const;
const list = z.union([z.string(), z.array(z.string())]).transform((v) => (typeof v === 'string' ? [v] : v));
const numbers = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(bbox);

/** What records are looked for by, in lists and on the map alike. */
const sought = {
  q: z.string().max(300).optional(),
  dataClass: list.optional(),
  minerals: list.optional(),
  regions: list.optional(),
  node: list.optional(),
  fileFormats: list.optional(),
  access: list.optional(),
  bbox: numbers.optional(),
  formedFrom: day.optional(),
  formedTo: day.optional(),
};

export const searchRecords = route({
  ...base,
  method: 'GET',
  path: '/portal/records',
  audit: 'portal.search',
  summary: { zh: '检索', en: 'Search' },
  query: z.object({
    ...sought,
    sort: z.enum(['relevance', 'newest', 'formed']).default('relevance'),
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({
    items: z.array(record),
    total: z.number().int(),
    exact: z.boolean(),
    cursor: z.string().optional(),
    facets: z.partialRecord(
      z.enum(facetNames),
      z.array(z.object({ value: z.string(), count: z.number().int() })),
    ),
  }),
});
/** Deeper tiles than 16 are not made; numbers beyond the pyramid are refused by the function. */
const tileNumber = z.coerce.number().int().min(0);
export const recordTile = route({
  ...base,
  method: 'GET',
  path: '/portal/tiles/{z}/{x}/{y}',
  audit: 'portal.tile',
  summary: { zh: '地图瓦片（MVT）', en: 'A tile of the map of records (MVT)' },
  params: z.object({ z: tileNumber.max(16), x: tileNumber, y: tileNumber }),
  query: z.object(sought),
  reply: bytes,
  media: 'application/vnd.mapbox-vector-tile',
  keepSeconds: 60,
});
export const getRecord = route({
  ...base,
  method: 'GET',
  path: '/portal/records/{id}',
  audit: 'portal.read',
  summary: { zh: '记录详情', en: 'One record' },
  params: z.object({ id: gid }),
  /** Without figures as long as none were told. */
  reply: record.extend({ usage: recordUsage.optional() }),
});
export const listRecordFiles = route({
  ...base,
  method: 'GET',
  path: '/portal/records/{id}/files',
  audit: 'portal.list-files',
  summary: { zh: '公开文件，每页 100 个', en: 'Public files of a record, 100 a page' },
  params: z.object({ id: gid }),
  query: z.object({ cursor: z.string().max(20).optional() }),
  reply: page(recordFile),
});
export const downloadFile = route({
  ...base,
  method: 'GET',
  path: '/portal/records/{id}/files/{no}/content',
  audit: 'portal.download',
  summary: { zh: '下载文件（临时链接）', en: 'Link to a file, valid for minutes' },
  params: z.object({ id: gid, no: z.coerce.number().int().min(1) }),
  reply: z.object({ url: z.string() }),
});
export const portalOverview = route({
  ...base,
  method: 'GET',
  path: '/portal/overview',
  audit: 'portal.overview',
  summary: { zh: '门户首页数字', en: 'Figures of the start page' },
  reply: z.object({ records: z.number().int(), latest: z.array(record) }),
});

const noticeFilter = {
  kind: z.enum(noticeKindCodes).optional(),
  node: z.string().max(20).optional(),
};
export const listPublicNotices = route({
  ...base,
  method: 'GET',
  path: '/portal/notices',
  audit: 'portal.notices',
  summary: {
    zh: '汇交信息公示：公示中、已解除的公示',
    en: 'Public notices, newest first, by kind, archive, state and words',
  },
  query: pageQuery.extend({
    ...noticeFilter,
    state: z.enum(outsideStates).optional(),
    /** Part of a name or number. */
    q: z.string().trim().max(100).optional(),
  }),
  reply: page(publicNotice),
});
export const getPublicNotice = route({
  ...base,
  method: 'GET',
  path: '/portal/notices/{id}',
  audit: 'portal.notice',
  summary: { zh: '一份公示（固定链接）', en: 'One public notice, by its permanent link' },
  params: z.object({ id: gid }),
  reply: publicNotice,
});
const feed = {
  ...base,
  method: 'GET',
  query: z.object(noticeFilter),
  reply: z.string(),
  keepSeconds: 300,
} as const;
export const noticeRss = route({
  ...feed,
  path: '/portal/notice-feed.xml',
  audit: 'portal.notice-feed',
  summary: { zh: '公示订阅（RSS 2.0）', en: 'Feed of public notices (RSS 2.0)' },
  media: 'application/rss+xml',
});
export const noticeJson = route({
  ...feed,
  path: '/portal/notice-feed.json',
  audit: 'portal.notice-feed',
  summary: { zh: '公示订阅（JSON Feed 1.1）', en: 'Feed of public notices (JSON Feed 1.1)' },
  media: 'application/feed+json',
});

/** How a submission stands, as everybody may know it: which right or project, until when, in what state. */
export const submission = z.object({
  number: z.string(),
  name: z.string(),
  licenceNumber: z.string().optional(),
  /** Licence or project of the register that it follows from. */
  registerNumber: z.string().optional(),
  source: taskSource,
  node: z.string(),
  due: day,
  /** The day that counts: after the due day where what came in time is being corrected. */
  until: day,
  state: z.enum(statesOf(taskLifecycle)),
});
export type Submission = z.infer<typeof submission>;
export const lookUpSubmissions = route({
  ...base,
  method: 'GET',
  path: '/portal/submissions',
  audit: 'portal.submissions',
  summary: {
    zh: '汇交状态查询：按许可证号、项目编号或任务编号',
    en: 'How submissions stand, by the number of a licence, project or task',
  },
  query: z.object({ number: z.string().trim().min(1).max(100) }),
  reply: z.object({ items: z.array(submission), today: day }),
});
