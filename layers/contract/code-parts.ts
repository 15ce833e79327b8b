import { codeListIds } from '@geoarchive/domain/codes/ids.ts';
import * as z from 'zod';
import { day } from './shared.ts';

export const codeSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a-z, 0-9, -');
const name = z.object({
  zh: z.string().trim().min(1).max(100),
  en: z.string().trim().min(1).max(200),
});

/** One change of a list. */
export const codeEdit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add'),
    slug: codeSlug,
    code: z.string().trim().max(30),
    name,
    from: day.optional(),
    parent: codeSlug.optional(),
  }),
  z.object({ kind: z.literal('rename'), slug: codeSlug, name, from: day }),
  z.object({ kind: z.literal('retire'), slug: codeSlug, to: day, replacedBy: z.array(codeSlug).max(20) }),
]);

/** The edits of a list that count, in order, and the version of the list that they make. Who made them and why stays inside. */
export const editedList = z.object({
  list: z.enum(codeListIds),
  version: z.number().int(),
  edits: z.array(codeEdit),
});
export type EditedList = z.infer<typeof editedList>;
