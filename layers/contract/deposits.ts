import { depositLifecycle } from '@geoarchive/domain/deposit.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import * as z from 'zod';
import { description, finding, gid, instant, publicationFacts, secrecy, sha256 } from './shared.ts';

const stateNames = statesOf(depositLifecycle);
const moveNames = movesOf(depositLifecycle);

/** Catalogue stub of what is a state secret: where its paper or carrier is, never the content. */
export const stub = z.object({ carrierSlip: z.string().min(1).max(100), place: z.string().min(1).max(200) });

export const depositInput = z.object({
  ...description.shape,
  ...publicationFacts.shape,
  taskId: gid.optional(),
  /** Archive node that receives it; a task names its own. */
  node: z.string().max(20).optional(),
  /** Asked before the first byte. A state secret needs `stub` and may have no files. */
  secrecy,
  stub: stub.optional(),
});

const counts = z.object({
  registered: z.number().int(),
  inspected: z.number().int(),
  bytes: z.number(),
});

export const receipt = z.object({
  number: z.string(),
  issuedAt: instant,
  /** When the submitter handed in: the time that counts for lateness. */
  handedInAt: instant,
  files: z.number().int(),
  bytes: z.number(),
  /** SHA-256 of the signed list of files with their checksums. */
  manifestSha256: sha256,
  signature: z.string(),
});

export const deposit = depositInput.extend({
  id: gid,
  node: z.string(),
  organisation: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  updatedAt: instant,
  version: z.number().int(),
  state: z.enum(stateNames),
  round: z.number().int(),
  counts,
  /** Moves this caller may make now. */
  moves: z.array(z.enum(moveNames)),
  verdict: z.object({ errors: z.number().int(), warnings: z.number().int() }).optional(),
  receipt: receipt.optional(),
  returned: z
    .object({ reason: z.string(), correctBy: z.string().optional(), items: z.array(z.string()) })
    .optional(),
  archiveNumber: z.string().optional(),
  certificateNumber: z.string().optional(),
});
export type Deposit = z.infer<typeof deposit>;

export const fileInput = z.object({
  path: z.string().max(2_000),
  size: z.number().int().min(0).max(limits.fileBytes),
  sha256: sha256.optional(),
});

export const fileState = z.enum(['registered', 'uploaded', 'inspected']);
export const depositFile = z.object({
  no: z.number().int().min(1),
  path: z.string(),
  size: z.number(),
  sha256: sha256.optional(),
  state: fileState,
  format: z.object({ id: z.string(), name: z.string(), mime: z.string() }).optional(),
  findings: z.array(finding),
});
export type DepositFile = z.infer<typeof depositFile>;

/** Metadata read from one file by `inspect`. */
export const fileReport = depositFile.extend({ metadata: z.record(z.string(), z.unknown()) });
