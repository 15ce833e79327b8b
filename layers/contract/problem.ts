import * as z from 'zod';

/** RFC 9457, `application/problem+json`. `type` is stable; title and detail are in the caller's language. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** What to do next. */
  remedy: z.string().optional(),
  instance: z.string().optional(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type ProblemDocument = z.infer<typeof problemSchema>;
