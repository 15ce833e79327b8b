import { limits } from '@geoarchive/domain/limits.ts';
import * as z from 'zod';
import { listRecordFiles, record } from './portal.ts';
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

/** The manifest's very text with the signature over its SHA-256: written last, so that a bundle without it does not exist yet. */
export const signedManifest = z.object({ manifest: z.string(), signature: z.string() });
