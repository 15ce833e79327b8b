import * as z from 'zod';
import { bbox, day, gid, sha256 } from './shared.ts';

const list = z.union([z.string(), z.array(z.string())]).transform((v) => (typeof v === 'string' ? [v] : v));
const numbers = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(bbox);
export const holeFacets = [
  'region',
  'mineral',
  'holeType',
  'wellClass',
  'depthClass',
  'formedYear',
  'organisation',
  'industry',
  'workDegree',
  'basin',
  'block',
  'part',
  'release',
  'curve',
  'node',
] as const;
/** What holes are looked for by, in lists, in figures and on the map alike. */
export const soughtHoles = {
  q: z.string().max(300).optional(),
  region: list.optional(),
  mineral: list.optional(),
  holeType: list.optional(),
  wellClass: list.optional(),
  depthClass: list.optional(),
  formedYear: list.optional(),
  organisation: list.optional(),
  industry: list.optional(),
  workDegree: list.optional(),
  basin: list.optional(),
  block: list.optional(),
  /** Kinds of children: it has all of these. */
  part: list.optional(),
  release: list.optional(),
  /** Mnemonics of curves: it has all of these. */
  curve: list.optional(),
  node: list.optional(),
  bbox: numbers.optional(),
  finishedFrom: day.optional(),
  finishedTo: day.optional(),
};
/** Metres along the hole that each of the curves asked for must reach over, in one log. */
export const soughtDepths = {
  curveFrom: z.coerce.number().min(0).max(20_000).optional(),
  curveTo: z.coerce.number().min(0).max(20_000).optional(),
};
export const holePage = {
  sort: z.enum(['relevance', 'newest', 'finished', 'number']).default('number'),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(0).max(100).default(50),
};
export const facetCounts = z.partialRecord(
  z.enum(holeFacets),
  z.array(z.object({ value: z.string(), count: z.number().int() })),
);

const tileNumber = z.coerce.number().int().min(0);
export const tileParams = z.object({ z: tileNumber.max(16), x: tileNumber, y: tileNumber });

export const curveOf = z.object({ id: gid, sha256 });
export const curveMedia = 'application/octet-stream';

/** How a column is printed. */
export const columnWish = {
  /** `fit`: the roundest scale at which it stands on one page. */
  scale: z.enum(['fit', '200', '500', '1000']).default('fit'),
  paper: z.enum(['A4', 'A3']).default('A4'),
  language: z.enum(['zh', 'en']).default('zh'),
};
