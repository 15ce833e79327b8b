import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { holeLifecycle } from '@geoarchive/domain/subsurface/release.ts';
import * as z from 'zod';
import {
  holeContent,
  holeHeader,
  holeInput,
  holePlace,
  logFacts,
  partCounts,
  partKind,
  partLimits,
} from './hole-parts.ts';
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
import { job } from './jobs.ts';
import { bytes, route } from './route.ts';
import { bilingual, finding, gid, instant, sha256 } from './shared.ts';

const readers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'SECRECY_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
  'INSPECTOR',
] as const;
const writers = ['ARCHIVE_CLERK', 'ARCHIVE_KEEPER', 'MINISTRY_ADMIN'] as const;
const base = { api: 'internal', module: 'subsurface', allow: [...readers], scope: 'node' } as const;
const one = z.object({ id: gid });

const proposal = z.object({
  parts: z.array(partKind),
  by: z.string(),
  byName: z.string(),
  at: instant,
  reason: z.string(),
});

/** A hole as it is kept in the table: its header, and of the rest what lists need. */
export const holeBody = z.object({
  node: z.string(),
  header: holeHeader,
  place: holePlace.optional(),
  /** Why the place could not be derived, where it could not. */
  noPlace: bilingual.optional(),
  counts: partCounts,
  logs: z.array(logFacts),
  strata: z.array(z.string()).max(200),
  /** The document of its children in the bucket, named by its content. */
  content: z.object({ sha256, bytes: z.number().int() }),
  limits: partLimits,
  dossierId: gid.optional(),
  releaseVersion: z.number().int(),
  releasedParts: z.array(partKind),
  releasedAt: instant.optional(),
  proposal: proposal.optional(),
  bundleId: gid.optional(),
  createdAt: instant,
  updatedAt: instant,
});
export type HoleBody = z.infer<typeof holeBody>;

const bar = z.object({ code: z.string(), message: bilingual });
/** A hole for staff. `bars` say why the header, or a kind of children, may not be public today. */
export const holeView = holeBody.omit({ content: true, bundleId: true }).extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(holeLifecycle)),
  moves: z.array(z.enum(movesOf(holeLifecycle))),
  bars: z.object({ header: z.array(bar), parts: z.partialRecord(partKind, z.array(bar)) }),
});
export type HoleView = z.infer<typeof holeView>;
export const holeItem = holeView.omit({ bars: true, moves: true, limits: true, noPlace: true, strata: true });

export const listHoles = route({
  ...base,
  method: 'GET',
  path: '/subsurface/holes',
  audit: 'hole.list',
  summary: { zh: '钻孔清单、筛选与统计', en: 'Holes by words, filters and place, with counts by each field' },
  query: z.object({ ...soughtHoles, ...soughtDepths, ...holePage }),
  reply: z.object({
    items: z.array(holeItem),
    total: z.number().int(),
    /** False where there are more, or where depths of curves were asked for: those are looked at on each page, so that a page may hold few. */
    exact: z.boolean(),
    cursor: z.string().optional(),
    facets: facetCounts,
  }),
});
export const holeTile = route({
  ...base,
  method: 'GET',
  path: '/subsurface/tiles/{z}/{x}/{y}',
  audit: 'hole.tile',
  summary: { zh: '钻孔地图瓦片（MVT）', en: 'A tile of the map of holes (MVT)' },
  params: tileParams,
  query: z.object(soughtHoles),
  reply: bytes,
  media: 'application/vnd.mapbox-vector-tile',
  keepSeconds: 10,
});
export const getHole = route({
  ...base,
  method: 'GET',
  path: '/subsurface/holes/{id}',
  audit: 'hole.read',
  summary: { zh: '钻孔详情', en: 'One hole: header, place, what it has, release' },
  params: one,
  reply: holeView,
});
export const getHoleContent = route({
  ...base,
  method: 'GET',
  path: '/subsurface/holes/{id}/content',
  audit: 'hole.read-content',
  summary: { zh: '钻孔分层、样品、测井目录等', en: 'Its children, logs and attachments' },
  params: one,
  reply: holeContent,
});
export const getHoleCurve = route({
  ...base,
  method: 'GET',
  path: '/subsurface/holes/{id}/curves/{sha256}',
  audit: 'hole.read-curve',
  summary: {
    zh: '一条测井曲线的数值（64 位浮点，小端）',
    en: 'The values of a curve as 64-bit floats, little endian; NaN where nothing was measured',
  },
  params: curveOf,
  reply: bytes,
  media: curveMedia,
  keepSeconds: 3600,
});
export const printHoleColumn = route({
  ...base,
  // Of the function that prints: a PDF writer and its fonts are too much for that of holes.
  module: 'documents',
  method: 'GET',
  path: '/documents/holes/{id}/column',
  audit: 'hole.print-column',
  summary: { zh: '钻孔柱状图（PDF，按比例尺）', en: 'The column of a hole as PDF, true to scale' },
  params: one,
  query: z.object(columnWish),
  reply: bytes,
  media: 'application/pdf',
});

export const maxHolesPerBatch = 100;
const importBatch = z.object({ id: gid, no: z.coerce.number().int().min(1).max(10_000) });
export const putHoleCurve = route({
  ...base,
  allow: [...writers],
  method: 'PUT',
  path: '/subsurface/curves/{sha256}',
  audit: 'hole.put-curve',
  summary: { zh: '上传一条曲线的数值', en: 'Send the values of a curve, named by their SHA-256' },
  params: z.object({ sha256 }),
  /** Base64 of the values packed with gzip. */
  body: z.object({ values: z.base64().max(5_500_000) }),
  reply: z.object({ bytes: z.number().int() }),
});
export const missingHoleCurves = route({
  ...base,
  allow: [...writers],
  method: 'POST',
  path: '/subsurface/curves/missing',
  audit: 'hole.ask-curves',
  summary: { zh: '哪些曲线还没有上传', en: 'Which of these curves were not sent yet' },
  body: z.object({ sha256: z.array(sha256).max(500) }),
  reply: z.object({ missing: z.array(sha256) }),
});
export const putHoleBatch = route({
  ...base,
  allow: [...writers],
  method: 'PUT',
  path: '/subsurface/imports/{id}/batches/{no}',
  audit: 'hole.import-batch',
  summary: { zh: '上传一批待导入的钻孔', en: 'Send a batch of holes to import' },
  params: importBatch,
  body: z.object({ holes: z.array(holeInput).min(1).max(maxHolesPerBatch) }),
  reply: z.object({ holes: z.number().int() }),
});
export const previewHoles = route({
  ...base,
  allow: [...writers],
  method: 'POST',
  path: '/subsurface/holes/preview',
  audit: 'hole.preview',
  summary: {
    zh: '预览钻孔导入：新增、更新、重复',
    en: 'What an import would do to these holes: new, the same as one that is there, or refused',
  },
  body: z.object({
    node: z.string().max(20).optional(),
    holes: z
      .array(holeInput.pick({ header: true, lesser: true }))
      .min(1)
      .max(maxHolesPerBatch),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        hole: z.string(),
        outcome: z.enum(['new', 'same', 'refused']),
        /** The hole that is there already. */
        id: gid.optional(),
        metres: z.number().optional(),
        place: holePlace.optional(),
        remarks: z.array(finding),
      }),
    ),
  }),
});
export const startHoleImport = route({
  ...base,
  allow: [...writers],
  method: 'POST',
  path: '/subsurface/imports/{id}',
  audit: 'hole.import',
  status: 202,
  summary: { zh: '开始导入钻孔（后台作业）', en: 'Import the holes that were sent, as a job' },
  params: one,
  body: z.object({
    batches: z.number().int().min(1).max(10_000),
    subject: z.string().trim().min(1).max(200),
    /** Another archive's, for the ministry. */
    node: z.string().max(20).optional(),
  }),
  reply: job,
});
export const undoHoleImport = route({
  ...base,
  allow: [...writers],
  method: 'POST',
  path: '/subsurface/imports/{id}/undo',
  audit: 'hole.undo-import',
  status: 202,
  summary: { zh: '撤销一次钻孔导入', en: 'Take an import of holes back' },
  params: one,
  reply: job,
});

export const setHoleLimits = route({
  ...base,
  allow: ['ARCHIVE_KEEPER', 'SECRECY_OFFICER'],
  method: 'PUT',
  path: '/subsurface/holes/{id}/limits',
  audit: 'hole.limit',
  summary: {
    zh: '分项密级与保护期、所属案卷',
    en: 'Secrecy and protection by kind of children; the dossier it belongs to',
  },
  params: one,
  body: z.object({ limits: partLimits, dossierId: gid.optional() }),
  reply: holeView,
});
export const proposeHole = route({
  ...base,
  allow: ['ARCHIVE_KEEPER', 'SECRECY_OFFICER'],
  method: 'POST',
  path: '/subsurface/holes/{id}/propose',
  audit: 'hole.propose',
  summary: { zh: '提出公开钻孔', en: 'Propose to release a hole: its header and these kinds of children' },
  params: one,
  body: z.object({ parts: z.array(partKind).max(20), reason: z.string().trim().min(1).max(500) }),
  reply: holeView,
});
const decision = {
  ...base,
  allow: ['SECRECY_OFFICER'],
  method: 'POST',
  params: one,
  reply: holeView,
} as const;
export const approveHole = route({
  ...decision,
  path: '/subsurface/holes/{id}/approve',
  audit: 'hole.approve',
  summary: {
    zh: '同意公开钻孔',
    en: 'Approve the release of a hole; by another person than who proposed it',
  },
});
export const refuseHole = route({
  ...decision,
  path: '/subsurface/holes/{id}/refuse',
  audit: 'hole.refuse',
  summary: { zh: '不同意公开钻孔', en: 'Refuse the release of a hole' },
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
});
export const withdrawHole = route({
  ...decision,
  path: '/subsurface/holes/{id}/withdraw',
  audit: 'hole.withdraw',
  summary: { zh: '撤回已公开的钻孔', en: 'Take a hole off the portal' },
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
});
