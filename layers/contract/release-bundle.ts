import { limits } from '@geoarchive/domain/limits.ts';
import * as z from 'zod';
import { publicNotice } from './disclosure-parts.ts';
import { yearFigures } from './figure-parts.ts';
import { contentFile, publicHole } from './hole-outside.ts';
import { listRecordFiles, record, recordUsage, submission } from './portal.ts';
import { grantFacts } from './service-parts.ts';
import { gid, sha256 } from './shared.ts';

const common = {
  format: z.literal('geoarchive-release/2'),
  bundleId: gid,
  sequence: z.number().int(),
  recordId: gid,
  version: z.number().int(),
};
export const releasedFile = listRecordFiles.reply.shape.items.element.extend({ key: z.string() });
export type ReleasedFile = z.infer<typeof releasedFile>;

/** A page of the list of files, in an object of its own: whoever takes the bundle in proves and copies it page by page. */
export const releasedFiles = z.array(releasedFile).max(limits.filesPerPage);
const filePage = z.object({ key: z.string(), sha256, files: z.number().int() });

/** What crosses door 2: a record to publish with the pages of its released files, or the order to remove one. */
export const releaseManifest = z.discriminatedUnion('op', [
  z.object({
    ...common,
    op: z.literal('publish'),
    record,
    /** Formats of its files, each once. */
    formats: z.array(z.string()),
    pages: z.array(filePage),
  }),
  z.object({ ...common, op: z.literal('remove') }),
]);
export type ReleaseManifest = z.infer<typeof releaseManifest>;

/** What crosses door 2 of a public notice: how it stands now. What nobody may read is left out before. */
const noticeManifest = z.object({
  ...{ format: z.literal('geoarchive-notice/1'), bundleId: gid, sequence: z.number().int() },
  notice: publicNotice,
});

/** Submissions that one bundle tells of at most. */
export const rowsPerBundle = 500;
/** How submissions stand, task by task; one that nothing is known of any more is named by its id alone. */
const submissionManifest = z.object({
  ...{ format: z.literal('geoarchive-submissions/1'), bundleId: gid, sequence: z.number().int() },
  rows: z
    .array(z.object({ taskId: gid, version: z.number().int(), shown: submission.optional() }))
    .max(rowsPerBundle),
});
export type SubmissionManifest = z.infer<typeof submissionManifest>;

const holeCommon = {
  ...{ format: z.literal('geoarchive-hole/1'), bundleId: gid, sequence: z.number().int() },
  ...{ holeId: gid, version: z.number().int() },
};
/** A hole to publish, with the document of its released children and their curves; or the order to remove one. */
const holeManifest = z.discriminatedUnion('op', [
  z.object({
    ...holeCommon,
    op: z.literal('publish'),
    hole: publicHole,
    content: contentFile,
    curves: z.array(contentFile).max(5000),
  }),
  z.object({ ...holeCommon, op: z.literal('remove') }),
]);
export type HoleManifest = z.infer<typeof holeManifest>;

/** What door 3 tells of a grant: how it stands now. Its files lie in the delivery bucket, under its id. */
const grantManifest = z.object({
  ...{ format: z.literal('geoarchive-grant/1'), bundleId: gid, sequence: z.number().int() },
  grant: grantFacts,
});

/** How often records were used, those that were since the bundle before: totals, so that a later one stands for all. */
const usageManifest = z.object({
  ...{ format: z.literal('geoarchive-usage/1'), bundleId: gid, sequence: z.number().int() },
  rows: z.array(z.object({ recordId: gid, usage: recordUsage })).max(rowsPerBundle),
});
export type UsageManifest = z.infer<typeof usageManifest>;

/** The open national figures of a year. */
const figuresManifest = z.object({
  ...{ format: z.literal('geoarchive-figures/1'), bundleId: gid, sequence: z.number().int() },
  figures: yearFigures,
});

/** Every manifest of door 2, told apart by its format. */
export const doorTwoManifest = z.union([
  releaseManifest,
  noticeManifest,
  submissionManifest,
  holeManifest,
  grantManifest,
  usageManifest,
  figuresManifest,
]);
export type DoorTwoManifest = z.infer<typeof doorTwoManifest>;

/** The manifest's very text with the signature over its SHA-256: written last, so that a bundle without it does not exist yet. */
export const signedManifest = z.object({ manifest: z.string(), signature: z.string() });
