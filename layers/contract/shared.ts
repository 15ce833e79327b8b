import { mineralClasses } from '@geoarchive/domain/codes/mineral-classes.ts';
import { isDay } from '@geoarchive/domain/dates.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { secrecyLevels } from '@geoarchive/domain/secrecy.ts';
import { taskLifecycle } from '@geoarchive/domain/task.ts';
import * as z from 'zod';
import { decidedDue, taskBasis } from './supervision-parts.ts';

export const bilingual = z.object({ zh: z.string(), en: z.string() });
export const gid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'ULID');
export const day = z.string().refine(isDay, 'YYYY-MM-DD');
export const instant = z.iso.datetime();
export const secrecy = z.enum(secrecyLevels);
export const taskSource = z.enum(taskSources);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256, 64 hex digits');
/** CRC-64/NVME in base64, as the headers of S3 have it. */
export const crc64 = z.string().regex(/^[A-Za-z0-9+/]{11}=$/, 'CRC-64/NVME, base64 of 8 bytes');
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
/** West, south, east, north in degrees (CGCS2000 / EPSG:4490). */
export const bbox = z
  .tuple([longitude, latitude, longitude, latitude])
  .refine(([west, south, east, north]) => west <= east && south <= north, 'west ≤ east and south ≤ north');
export const region = z.object({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1).max(100) });

/** Query of a list: opaque cursor, page size. */
export const pageQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().optional() });

export const finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: bilingual,
  /** The file (its path) or the place inside it. */
  at: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;

/** What the person who describes a dossier fills in (著录, the part known at submission). */
export const description = z.object({
  title: z.string().trim().min(1).max(255),
  dataKind: z.enum(['result', 'original', 'physical']),
  dataClass: z.string().min(1).max(60),
  abstract: z.string().max(10_000).optional(),
  keywords: z.array(z.string().trim().min(1).max(60)).max(50).default([]),
  authors: z.array(z.string().trim().min(1).max(60)).max(100).default([]),
  /** 形成单位, the organisation that produced the data; the submitter may be another. */
  producer: z.string().max(200).optional(),
  formedOn: day.optional(),
  language: z.string().max(20).default('中文'),
  minerals: z.array(z.string().max(60)).max(50).default([]),
  workDegree: z.string().max(60).optional(),
  regions: z.array(region).max(50).default([]),
  bbox: bbox.optional(),
  sheets: z.array(z.string().max(20)).max(200).default([]),
});
export type Description = z.infer<typeof description>;

/** What decides when and whether it may be published: duty, secrecy, protection, copyright. */
export const publicationFacts = z.object({
  source: taskSource,
  licenceNumber: z.string().max(60).optional(),
  licenceEnd: day.optional(),
  protectedUntil: day.optional(),
  copyright: z.enum(['consented', 'withheld']).default('consented'),
  earlyConsent: z.boolean().default(false),
});

export const task = z.object({
  id: gid,
  number: z.string(),
  name: z.string(),
  source: taskSource,
  licenceNumber: z.string().optional(),
  organisation: z.string(),
  node: z.string(),
  due: day,
  licenceEnd: day.optional(),
  /** The class of its main mineral, from the register; unknown for tasks that were imported with their due date. */
  mineral: z.enum(mineralClasses).optional(),
  state: z.enum(statesOf(taskLifecycle)),
  depositId: gid.optional(),
  /** Left out for a task that was imported with its due date. */
  basis: taskBasis.optional(),
  decided: decidedDue.optional(),
  /** What was handed in for it, oldest first, with the day to correct by of what was returned: whether it is on time (`timelinessOf`). */
  handIns: z.array(z.object({ depositId: gid, on: day, correctBy: day.optional() })).optional(),
  /** Why it has ended without data: the pledge that was confirmed, and its receipt. */
  released: z.object({ caseId: gid, statement: z.string(), paper: z.string(), on: day }).optional(),
  /** Since when nothing more is owed than its accepted stages (`settle`). */
  settled: day.optional(),
  /** The reminder last told: days before its due day, negative after it. */
  reminded: z.object({ stage: z.number().int(), due: day }).optional(),
});
export type Task = z.infer<typeof task>;
