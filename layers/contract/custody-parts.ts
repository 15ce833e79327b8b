import { limits } from '@geoarchive/domain/limits.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import * as z from 'zod';
import { gid } from './shared.ts';

/** A file that belongs to a thing of custody: a paper of an agreement, a photo, a piece of evidence. */
export const custodyFile = z.object({
  id: gid,
  name: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  format: z.string(),
});
export type CustodyFile = z.infer<typeof custodyFile>;

/** A file as it is sent: through the API and not by a signed upload, since the archive bucket takes nothing from browsers. */
export const sentFile = z.object({
  name: z.string().trim().min(1).max(200),
  content: z.base64().max(Math.ceil(limits.attachmentBytes / 3) * 4),
});

/** Code of a custodian's node. */
export const custodian = z.string().trim().min(2).max(20);

/** Who entrusts: the ministry, or a province by its region code. */
export const authority = z
  .string()
  .refine((text) => text === 'ministry' || Object.hasOwn(provinces, text), 'ministry or a province');

export const link = z.object({ url: z.string() });
export const text = (most: number) => z.string().trim().min(1).max(most);
