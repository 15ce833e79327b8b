import * as z from 'zod';
import { TERM_FIELDS, type TermField } from './fields.ts';
import { BBox } from './record.ts';

const Period = z
  .object({ from: z.iso.date().optional(), to: z.iso.date().optional() })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from <= to,
    'from must not be after to',
  );

const Values = z.array(z.string().min(1).max(500)).min(1).max(200);
const Field = z.enum(TERM_FIELDS);

export const SORTS = [
  'relevance',
  'published-desc',
  'published-asc',
  'formed-desc',
  'formed-asc',
  'number-asc',
  'number-desc',
] as const;
export type Sort = (typeof SORTS)[number];

/** What a person asks for. All parts must be met; the values within one filter are alternatives. */
export const SearchQuery = z.object({
  /** Words, "phrases", -without, field:word (see `parse.ts`). */
  text: z.string().max(500).optional(),
  filters: z.partialRecord(Field, Values).optional(),
  /** Values of a field that must all be there. */
  every: z.partialRecord(Field, Values).optional(),
  /** Records whose box meets this one. West greater than east reaches over the 180th meridian. */
  bbox: BBox.optional(),
  /** First and last day, both included. */
  published: Period.optional(),
  formed: Period.optional(),
  /** Fields whose values are counted. A field's own filter does not narrow its counts. */
  facets: z.array(Field).max(TERM_FIELDS.length).optional(),
  facetSize: z.number().int().min(1).max(1000).default(20),
  sort: z.enum(SORTS).default('relevance'),
  limit: z.number().int().min(0).max(200).default(20),
  cursor: z.string().max(2000).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/**
 * Who asks may see a record that meets one of these conditions: in each of its named fields one of the values. `[]` is
 * nothing, `[{}]` everything. It comes from the caller's rights, never from the request, and binds hits, total and
 * facets alike.
 */
export type Visible = readonly { readonly [F in TermField]?: readonly string[] }[];

export type VisibleQuery = SearchQuery & { visible: Visible };

export type Facet = { value: string; count: number };

export type SearchReply = {
  hits: { id: string; score: number }[];
  /** Exact at least up to 10 000; when not `exact`, there are at least so many. */
  total: { count: number; exact: boolean };
  /** Most frequent first. */
  facets: Partial<Record<TermField, Facet[]>>;
  /** Where the next page begins; absent on the last one. */
  cursor?: string;
};
