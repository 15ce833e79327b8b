import { z } from 'zod';
import { record } from './portal.ts';
import { gid } from './shared.ts';

const common = {
  format: z.literal('geoarchive-release/1'),
  bundleId: gid,
  sequence: z.number().int(),
  recordId: gid,
  version: z.number().int(),
};
const bundledRecordFile = record.shape.files.element.extend({ key: z.string() });

/** What crosses door 2: a record to publish with its released files, or the order to remove one. */
export const releaseManifest = z.discriminatedUnion('op', [
  z.object({
    ...common,
    op: z.literal('publish'),
    record: record.omit({ files: true }),
    files: z.array(bundledRecordFile),
  }),
  z.object({ ...common, op: z.literal('remove') }),
]);
export type ReleaseManifest = z.infer<typeof releaseManifest>;

/** The manifest's very text with the signature over its SHA-256: written last, so that a bundle without it does not exist yet. */
export const signedManifest = z.object({ manifest: z.string(), signature: z.string() });
