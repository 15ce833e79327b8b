import * as z from 'zod';
import { PutError } from './ports.ts';
import { RefusedFile } from './upload.ts';

const reason = z.union([
  z.object({ zh: z.string(), en: z.string() }),
  z.object({
    code: z.enum(['unreachable', 'damaged', 'refused', 'other']),
    status: z.number(),
    detail: z.string(),
  }),
]);
/** Why a file did not go up: the API's own words in both languages, or a code with its text in `upload.error`. */
export type Reason = z.infer<typeof reason>;

const reasonOf = (error: unknown): Reason => {
  if (error instanceof RefusedFile) return error.refusal.message;
  const detail = error instanceof Error ? error.message : String(error);
  if (!(error instanceof PutError)) return { code: 'other', status: 0, detail };
  const refused = error.code === 'BadDigest' ? 'damaged' : 'refused';
  return { code: error.status === 0 ? 'unreachable' : refused, status: error.status, detail };
};

/** A reason as the text that Uppy keeps with its file. */
export const writeReason = (error: unknown): string => JSON.stringify(reasonOf(error));

/** The reason in a file's error; Uppy's own errors are plain texts. */
export const readReason = (text: string): Reason => {
  try {
    return reason.parse(JSON.parse(text));
  } catch {
    return { code: 'other', status: 0, detail: text };
  }
};
