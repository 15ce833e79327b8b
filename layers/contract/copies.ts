import { caseWorkers } from '@geoarchive/domain/cases/kinds.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { askerKindCodes, purposeCodes, useDeciders } from '@geoarchive/domain/service/codes.ts';
import { copyLifecycle, copyLimits } from '@geoarchive/domain/service/copy.ts';
import { readingRoom } from '@geoarchive/domain/service/reading.ts';
import * as z from 'zod';
import { bytes, route } from './route.ts';
import { quoteLine } from './service-parts.ts';
import { gid, instant, page, pageQuery } from './shared.ts';

/** Requests for copies of pages (复制申请) from the reading room: a part of the module of use, inside the archive only. */
const base = { api: 'internal', module: 'service', scope: 'node' } as const;
const looking = { ...base, allow: [...caseWorkers] };
const keeping = { ...base, allow: [...readingRoom] };
const deciding = { ...base, allow: [...useDeciders] };
const one = z.object({ id: gid });
const text = z.string().trim().min(1).max(1000);

const asked = z.object({
  /** Number of the file in the dossier. */
  no: z.number().int().min(1),
  pages: z.array(z.number().int().min(1)).min(1).max(copyLimits.pages),
  copies: z.number().int().min(1).max(copyLimits.copies),
  /** What they are for, as the reader says it. */
  text,
});
export const copyFacts = asked.extend({
  number: z.string(),
  node: z.string(),
  readingId: gid,
  grantId: gid,
  grantNumber: z.string(),
  requestNumber: z.string(),
  recordId: gid,
  title: z.string(),
  path: z.string(),
  name: z.string(),
  unit: z.string().optional(),
  purpose: z.enum(purposeCodes),
  askerKind: z.enum(askerKindCodes),
  askedAt: instant,
  decided: z.object({ at: instant, by: z.string(), reasons: z.string() }).optional(),
  /** What it costs by the price list of the day of the decision; none where it is free. */
  cost: z.object({ prices: z.string(), lines: z.array(quoteLine), total: z.number().int() }).optional(),
  handed: z.object({ at: instant, by: z.string() }).optional(),
});
export const copyRequest = copyFacts.extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(copyLifecycle)),
  moves: z.array(z.enum(movesOf(copyLifecycle))),
});
export type CopyRequest = z.infer<typeof copyRequest>;

export const askCopy = route({
  ...keeping,
  method: 'POST',
  path: '/service/readings/{id}/copies',
  audit: 'service.ask-copy',
  status: 201,
  summary: { zh: '阅览中申请复制所选页', en: 'Ask for copies of pages while they are read' },
  params: one,
  body: asked,
  reply: copyRequest,
});
export const listCopies = route({
  ...looking,
  method: 'GET',
  path: '/service/copies',
  audit: 'service.list-copies',
  summary: { zh: '复制申请', en: 'Requests for copies: of a state, of a grant, or all' },
  query: pageQuery.extend({ state: z.enum(statesOf(copyLifecycle)).optional(), grant: gid.optional() }),
  reply: page(copyRequest),
});
export const decideCopy = route({
  ...deciding,
  method: 'POST',
  path: '/service/copies/{id}/decision',
  audit: 'service.decide-copy',
  summary: { zh: '同意或不同意复制', en: 'Grant or refuse a copy, with reasons' },
  params: one,
  body: z.object({ outcome: z.enum(['grant', 'refuse']), reasons: text }),
  reply: copyRequest,
});
export const copyPages = route({
  ...keeping,
  method: 'GET',
  path: '/service/copies/{id}/file',
  audit: 'service.read-copy',
  summary: { zh: '复制件（所选页，带水印的 PDF）', en: 'The copy: those pages as a PDF with the watermark' },
  params: one,
  reply: bytes,
  media: 'application/pdf',
  neverKept: true,
});
export const handCopy = route({
  ...keeping,
  method: 'POST',
  path: '/service/copies/{id}/handover',
  audit: 'service.hand-copy',
  summary: {
    zh: '登记复制件已交付（计入复制数和页数）',
    en: 'Record that it was handed over; it counts as copied',
  },
  params: one,
  reply: copyRequest,
});
