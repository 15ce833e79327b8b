import * as z from 'zod';
import type { Outcome } from '../lambda/worker.ts';

const schema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Which of a batch's items failed, as Lambda reads a function's reply: all of them when the function failed or its
 * reply is malformed or names an item that is not in the batch; none when the reply names none.
 */
export function failedItems(outcome: Outcome, reported: boolean, ids: readonly string[]): Set<string> {
  if ('error' in outcome) return new Set(ids);
  if (!reported) return new Set();
  const reply: unknown = JSON.parse(outcome.payload);
  if (reply === null) return new Set();
  const parsed = schema.safeParse(reply);
  if (!parsed.success) return new Set(ids);
  const failed = parsed.data.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return failed.every((id) => ids.includes(id)) ? new Set(failed) : new Set(ids);
}
