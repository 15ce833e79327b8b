import { caseWorkers } from '@geoarchive/domain/cases/kinds.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { askerKindCodes, purposeCodes } from '@geoarchive/domain/service/codes.ts';
import { readerCodes, readingLifecycle, readingRoom } from '@geoarchive/domain/service/reading.ts';
import * as z from 'zod';
import { bytes, route } from './route.ts';
import { day, gid, instant, page, pageQuery } from './shared.ts';

/** Readings at a terminal of the reading room (到馆阅览): a part of the module of use, inside the archive only. */
const base = { api: 'internal', module: 'service', scope: 'node' } as const;
const looking = { ...base, allow: [...caseWorkers] };
const keeping = { ...base, allow: [...readingRoom] };
const one = z.object({ id: gid });
const number = z.coerce.number().int().min(1);

export const readingFacts = z.object({
  grantId: gid,
  grantNumber: z.string(),
  requestId: gid,
  requestNumber: z.string(),
  recordId: gid,
  title: z.string(),
  node: z.string(),
  reader: z.enum(readerCodes),
  /** Who reads, as the watermark says it. */
  name: z.string(),
  unit: z.string().optional(),
  purpose: z.enum(purposeCodes),
  askerKind: z.enum(askerKindCodes),
  /** The one day it counts on. */
  on: day,
  openedAt: instant,
  openedBy: z.string(),
  endedAt: instant.optional(),
  /** Numbers of the files that were opened in it: pages are given of these alone. */
  opened: z.array(z.number().int()).default([]),
});
export const reading = readingFacts.extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(readingLifecycle)),
  /** Whether no page is shown any more, though nobody ended it. */
  over: z.boolean(),
  /** Files of the grant; what is read page by page, and what is not. */
  files: z.array(z.object({ no: z.number().int(), path: z.string(), byPage: z.boolean() })),
  moves: z.array(z.enum(movesOf(readingLifecycle))),
});
export type Reading = z.infer<typeof reading>;

export const openReading = route({
  ...keeping,
  method: 'POST',
  path: '/service/grants/{id}/readings',
  audit: 'service.open-reading',
  status: 201,
  summary: {
    zh: '在阅览室终端开始阅览（利用人计一次到馆利用）',
    en: 'Begin a reading at a terminal; of the person of the grant it counts as one use on site',
  },
  params: one,
  body: z.discriminatedUnion('reader', [
    /** The name on the identity paper that was shown. */
    z.object({ reader: z.literal('person'), name: z.string().trim().min(1).max(100) }),
    z.object({ reader: z.literal('staff') }),
  ]),
  reply: reading,
});
export const listReadings = route({
  ...looking,
  method: 'GET',
  path: '/service/grants/{id}/readings',
  audit: 'service.list-readings',
  summary: { zh: '一项许可的到馆阅览', en: 'Readings of a grant, newest first' },
  params: one,
  query: pageQuery,
  reply: page(reading),
});
export const getReading = route({
  ...keeping,
  method: 'GET',
  path: '/service/readings/{id}',
  audit: 'service.read-reading',
  summary: { zh: '一次到馆阅览', en: 'One reading' },
  params: one,
  reply: reading,
});
export const openReadingFile = route({
  ...keeping,
  method: 'POST',
  path: '/service/readings/{id}/files/{no}/openings',
  audit: 'service.open-reading-file',
  status: 201,
  summary: { zh: '打开一个文件逐页阅览', en: 'Open a file to be read page by page' },
  params: one.extend({ no: number }),
  reply: z.object({ no: z.number().int(), pages: z.number().int() }),
});
export const readingPage = route({
  ...keeping,
  method: 'GET',
  path: '/service/readings/{id}/files/{no}/pages/{page}',
  audit: 'service.read-page',
  summary: { zh: '一页（带水印的 PDF）', en: 'One page as a PDF with the watermark' },
  params: one.extend({ no: number, page: number }),
  reply: bytes,
  media: 'application/pdf',
  neverKept: true,
});
export const endReading = route({
  ...keeping,
  method: 'POST',
  path: '/service/readings/{id}/end',
  audit: 'service.end-reading',
  summary: { zh: '结束阅览', en: 'End a reading' },
  params: one,
  reply: reading,
});
