import * as z from 'zod';

const line = z.string().trim().min(1).max(500);
const lines = z.array(line).max(200).default([]);

/** West, south, east, north in degrees (CGCS2000 or WGS 84; the difference does not matter for finding). */
export const BBox = z
  .tuple([
    z.number().min(-180).max(180),
    z.number().min(-90).max(90),
    z.number().min(-180).max(180),
    z.number().min(-90).max(90),
  ])
  .refine(([, south, , north]) => south <= north, 'south of a box must not lie north of its north');
export type BBox = z.infer<typeof BBox>;

/** What the index knows of a hole beside what it knows of every record. */
const HoleTerms = z.object({
  type: line,
  wellClass: line.optional(),
  depthClass: line.optional(),
  industry: line.optional(),
  basin: line.optional(),
  block: line.optional(),
  /** How far its release is; the portal's are all released. */
  release: line.optional(),
  /** Kinds of children it has (分层, 测井 …). */
  parts: lines,
  /** Mnemonics of its curves. */
  curves: lines,
});

/** What the index knows of a dossier or a hole; the record itself stays in the table. Dates are days, `YYYY-MM-DD`. */
export const SearchRecord = z.object({
  id: z.string().min(1).max(128),
  kind: z.enum(['dossier', 'hole']),
  hole: HoleTerms.optional(),
  /** Grows with every change; of two changes to one record the higher wins, in whatever order they come. */
  version: z
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER / 4),
  /** Who may see it at all is decided by the `visible` conditions of a query, which read this and `node`. */
  access: z.enum(['open', 'catalogue-only']),
  node: line,
  archiveNumber: line,
  title: line,
  titleEn: line.optional(),
  keywords: lines,
  abstract: z.string().max(20_000).optional(),
  authors: lines,
  organisation: line.optional(),
  dataClass: line,
  minerals: lines,
  regions: z
    .array(z.object({ code: z.string().regex(/^\d{6}$/), name: line }))
    .max(200)
    .default([]),
  workDegree: line.optional(),
  formed: z.iso.date().optional(),
  published: z.iso.date(),
  bbox: BBox.refine(
    ([west, , east]) => west <= east,
    'west of a record must not lie east of its east',
  ).optional(),
  sheets: lines,
  fileFormats: lines,
  fileCount: z.number().int().min(0),
});
export type SearchRecord = z.infer<typeof SearchRecord>;
