import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { factKinds } from '@geoarchive/domain/reporting/facts.ts';
import { reportTables } from '@geoarchive/domain/reporting/figure.ts';
import { annualReportLifecycle, textPartCodes } from '@geoarchive/domain/reporting/report.ts';
import { dimensionCodes } from '@geoarchive/domain/reporting/words.ts';
import * as z from 'zod';
import { bilingual, day, gid, instant, sha256 } from './shared.ts';

const reportState = z.enum(statesOf(annualReportLifecycle));
const reportMove = z.enum(movesOf(annualReportLifecycle));
const breakdown = z.partialRecord(z.enum(dimensionCodes), z.record(z.string(), z.number()));
const person = z.object({ sub: z.string(), name: z.string() });

/** What a figure came to, whole and by its parts. */
export const figureSum = z.object({ n: z.number(), by: breakdown.optional() });
/** The figures of a unit as a run found them; the object in the bucket never changes. */
export const unitRun = z.object({
  unit: z.string(),
  period: z.string(),
  at: instant,
  /** The kinds of fact that there was a source for at that time. */
  sourced: z.array(z.enum(factKinds)),
  /** The figures that were counted: one that the system learned later is not nought in an older run. */
  figures: z.array(z.string()),
  sums: z.record(z.string(), figureSum),
  /** The SHA-256 of each page of evidence, under which it is kept: whoever holds that of this run holds them all. */
  evidence: z.array(sha256),
  /** On which of these pages a figure has objects. */
  pages: z.record(z.string(), z.array(z.number().int())),
  /** How many objects were looked at. */
  objects: z.number().int(),
});
export type UnitRun = z.infer<typeof unitRun>;

/** Which run a report takes its figures from; the SHA-256 is that of its figures and, through theirs, of the pages of evidence. */
export const runRef = z.object({ run: gid, at: instant, sha256 });
export type RunRef = z.infer<typeof runRef>;

/** Who wrote something last, and in which version of the report. */
const written = z.object({ by: z.string(), at: instant, version: z.number().int() });
export const reportBody = z.object({
  node: z.string(),
  year: z.number().int(),
  createdAt: instant,
  /** The figures that the report says, and the newest that were made; in a draft they are the same. */
  figures: runRef.optional(),
  latest: runRef.optional(),
  /** The job that makes figures now, or made them last. */
  job: gid.optional(),
  entered: z.record(z.string(), written.extend({ n: z.number().optional() })),
  explanations: z.record(z.string(), written.extend({ text: z.string() })),
  texts: z.partialRecord(z.enum(textPartCodes), written.extend({ text: z.string() })),
  /** Who signed, and the SHA-256 of what the report said then (`reportSnapshot`). */
  signed: person.extend({ at: instant, sha256 }).optional(),
  /** What was done with it, oldest first. */
  history: z.array(
    z.object({ move: reportMove, by: z.string(), at: instant, reason: z.string().optional() }),
  ),
});
export type ReportBody = z.infer<typeof reportBody>;

/** A figure of a unit; without a number it is not measured (未测). */
export const figureValue = z.object({
  n: z.number().optional(),
  from: z.enum(['operations', 'manual', 'share', 'not-measured']),
  by: breakdown.optional(),
  /** What the report of the year before says. */
  before: z.number().optional(),
  /** Whether people enter it. */
  enter: z.boolean(),
  /** Whether the objects behind it can be listed. */
  objects: z.boolean(),
});
export type FigureValue = z.infer<typeof figureValue>;

const reportFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: bilingual,
  table: z.enum(reportTables).optional(),
  figure: z.string().optional(),
});

/** Which report the figures of the year before were taken from, as it was then. */
const reportBefore = z.object({
  id: gid,
  year: z.number().int(),
  state: reportState,
  version: z.number().int(),
});

/** What a report says beside what people wrote into it: kept as it is when the report is signed, and read from there afterwards. */
export const reportSnapshot = z.object({
  name: bilingual,
  title: bilingual,
  deadlines: z.object({ unit: day, check: day }),
  values: z.record(z.string(), figureValue),
  /** The conditions across figures that did not hold, and the jumps, by the limits and the figures of the year before given here. */
  findings: z.array(reportFinding),
  jumps: z.object({ percent: z.number(), least: z.number() }),
  before: reportBefore.optional(),
});
export type ReportSnapshot = z.infer<typeof reportSnapshot>;

/** A report as lists show it. */
export const reportLine = z.object({
  unit: z.string(),
  name: bilingual,
  kind: z.enum(['national', 'province', 'custodian']),
  year: z.number().int(),
  /** Left out where the unit has not begun. */
  report: z
    .object({
      id: gid,
      state: reportState,
      version: z.number().int(),
      signed: instant.optional(),
      returned: z.boolean(),
    })
    .optional(),
  deadlines: z.object({ unit: day, check: day }),
  late: z.boolean(),
});
export type ReportLine = z.infer<typeof reportLine>;

export const annualReport = reportBody.omit({ node: true }).extend({
  ...reportSnapshot.shape,
  id: gid,
  unit: z.string(),
  kind: z.enum(['national', 'province', 'custodian']),
  state: reportState,
  version: z.number().int(),
  moves: z.array(reportMove),
  mayEdit: z.boolean(),
  /** Whether figures are being made at this moment. */
  computing: z.boolean(),
});
export type AnnualReport = z.infer<typeof annualReport>;

/** An object that counts in a figure: what it is, its id, and the number that people call it by. */
export const evidenceItem = z.object({ of: z.string(), id: z.string(), no: z.string() });
