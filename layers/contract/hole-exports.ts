import * as z from 'zod';
import { curveMedia, soughtDepths, soughtHoles } from './hole-search.ts';
import { listHoles } from './holes.ts';
import { job } from './jobs.ts';
import { bytes, route } from './route.ts';
import { gid } from './shared.ts';

const base = {
  api: 'internal',
  module: 'subsurface',
  allow: listHoles.allow,
  scope: 'node',
} as const;

/** Holes that one export brings. */
export const mostExported = 20_000;
/** A piece of an export: its lines packed with gzip. Pieces one after the other are a gzip file, too (RFC 1952, 2.2). */
export const exportPart = z.object({
  no: z.number().int(),
  holes: z.number().int(),
  bytes: z.number().int(),
});

export const startHoleExport = route({
  ...base,
  method: 'POST',
  path: '/subsurface/exports/{id}',
  audit: 'hole.export',
  status: 202,
  summary: {
    zh: '导出检索到的钻孔整孔数据（后台作业）',
    en: 'Write the holes that are found to a file, whole, one a line, as a job',
  },
  params: z.object({ id: gid }),
  query: z.object({ ...soughtHoles, ...soughtDepths }),
  reply: job,
});
export const getHoleExport = route({
  ...base,
  method: 'GET',
  path: '/subsurface/exports/{id}',
  audit: 'hole.read-export',
  summary: {
    zh: '一次导出已写成的各部分',
    en: 'The pieces of an export that are written so far; for its owner',
  },
  params: z.object({ id: gid }),
  reply: z.object({ parts: z.array(exportPart) }),
});
export const getHoleExportPart = route({
  ...base,
  method: 'GET',
  path: '/subsurface/exports/{id}/parts/{no}',
  audit: 'hole.read-export-part',
  summary: {
    zh: '导出的一部分（gzip，每行一个钻孔）',
    en: 'A piece of an export: JSON lines of whole holes, packed with gzip',
  },
  params: z.object({ id: gid, no: z.coerce.number().int().min(1).max(100_000) }),
  reply: bytes,
  media: curveMedia,
  keepSeconds: 3600,
});
