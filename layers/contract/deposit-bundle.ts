import * as z from 'zod';
import { depositFile, depositInput, receipt } from './deposits.ts';
import { finding, gid, sha256 } from './shared.ts';

/** One file in a bundle of door 1: what the archive needs to copy it and to show it. */
export const bundledFile = depositFile
  .omit({ state: true })
  .extend({ sha256, key: z.string(), versionId: z.string().optional() });
export type BundledFile = z.infer<typeof bundledFile>;

/** The head of a bundle of door 1: signed, numbered, complete in itself together with its list of files. */
export const bundleManifest = z.object({
  format: z.literal('geoarchive-deposit/1'),
  bundleId: gid,
  /** Running number of the bundles of this node: what is missing shows. */
  sequence: z.number().int(),
  depositId: gid,
  round: z.number().int(),
  node: z.string(),
  submitter: z.string(),
  /** Name of the organisation at that time; bundles made before it was told have none. */
  submitterName: z.string().optional(),
  createdBy: z.string(),
  description: depositInput,
  receipt: receipt.omit({ signature: true, manifestSha256: true }),
  files: z.object({ key: z.string(), sha256, count: z.number().int(), bytes: z.number() }),
  verdict: z.object({ errors: z.number().int(), warnings: z.number().int() }),
  findings: z.array(finding),
});
export type BundleManifest = z.infer<typeof bundleManifest>;
