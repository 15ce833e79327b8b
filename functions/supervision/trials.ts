import type { RuleDraft } from '@geoarchive/contract/supervision.ts';
import { ruleDraft } from '@geoarchive/contract/supervision.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const key = (jobId: string) => ({ pk: `rule-trial#${jobId}`, sk: 'draft' });
const trial = z.object({ rule: z.string(), draft: ruleDraft });
const keptDays = 30;

/** The draft that a trial is about, kept as long as its job is looked at. */
export const keepingDraft = (
  table: Table,
  jobId: string,
  rule: string,
  draft: RuleDraft,
  now: Date,
): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...key(jobId), rule, draft, expiresAt: Math.floor(now.getTime() / 1000) + keptDays * 86_400 },
  },
});
export const draftOf = async (table: Table, jobId: string): Promise<z.infer<typeof trial> | undefined> => {
  const row = await table.get(key(jobId));
  return row === undefined ? undefined : trial.parse(row);
};
