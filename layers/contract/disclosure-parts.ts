import { isDay } from '@geoarchive/domain/dates.ts';
import { noticeKindCodes } from '@geoarchive/domain/disclosure/notice.ts';
import * as z from 'zod';

const day = z.string().refine(isDay, 'YYYY-MM-DD');
const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'ULID');
/** What people write into a notice: facts and grounds, for everybody to read. */
export const noticeText = z.string().trim().max(2000);

/** A task that a notice names: what everybody may know of it. */
export const noticeItem = z.object({
  number: z.string(),
  name: z.string(),
  licenceNumber: z.string().optional(),
  due: day,
  /** The day since which it is owed no more. */
  settledOn: day.optional(),
});

/** What a notice says. A party that is a natural person is named by the family name and without a number. */
export const noticeSays = z.object({
  party: z.object({ name: z.string(), code: z.string().optional() }),
  text: noticeText,
  /** Number of the paper that it rests on: circular, penalty decision. */
  paper: z.string().optional(),
  /** Of a penalty, in CNY. */
  amount: z.number().int().optional(),
  items: z.array(noticeItem).max(100),
});

/** States in which a notice is known outside. */
export const outsideStates = [
  'published',
  'suspended',
  'lifted',
  'withdrawn',
  'replaced',
  'expired',
] as const;
export const liftReasons = ['submitted', 'not-owed', 'decision'] as const;

/** A public notice (公示) as it is known outside. On the portal `says` is there only while everybody may read it. */
export const publicNotice = z.object({
  id,
  number: z.string(),
  kind: z.enum(noticeKindCodes),
  state: z.enum(outsideStates),
  version: z.number().int(),
  node: z.string(),
  publishedOn: day,
  /** An objection until this day suspends it. */
  objectUntil: day,
  /** The last day on which it is shown. */
  until: day.optional(),
  suspendedOn: day.optional(),
  lifted: z.object({ on: day, reason: z.enum(liftReasons), text: noticeText.optional() }).optional(),
  /** When it was withdrawn or corrected. */
  endedOn: day.optional(),
  /** The notice that it was published in place of, and what was corrected. */
  corrects: z.object({ id, number: z.string(), what: noticeText }).optional(),
  correctedBy: z.object({ id, number: z.string() }).optional(),
  says: noticeSays.optional(),
});
export type PublicNotice = z.infer<typeof publicNotice>;
