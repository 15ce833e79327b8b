import { releaseDraft, routingDraft, ruleDraft } from '@geoarchive/contract/rules.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const key = (jobId: string) => ({ pk: `rule-trial#${jobId}`, sk: 'draft' });
const rule = z.string();
const trial = z.union([
  z.object({ family: z.literal('routing'), rule, draft: routingDraft }),
  z.object({ family: z.literal('release'), rule, draft: releaseDraft }),
  // Drafts kept from before there were other families name none.
  z.object({ family: z.literal('duty').default('duty'), rule, draft: ruleDraft }),
]);
/** A draft of a rule that is tried. */
export type Trial = z.infer<typeof trial>;
const keptDays = 30;

/** Why a trial cannot go on. */
export const draftGone = {
  zh: '这次试算的规则草稿已不在，请重新试算。',
  en: 'The draft of this trial is no longer kept: try it again.',
};

/** The draft that a trial is about, kept as long as its job is looked at. */
export const keepingDraft = (table: Table, jobId: string, of: Trial, now: Date): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...key(jobId), ...of, expiresAt: Math.floor(now.getTime() / 1000) + keptDays * 86_400 },
  },
});
export const draftOf = async (table: Table, jobId: string): Promise<Trial | undefined> => {
  const row = await table.get(key(jobId));
  return row === undefined ? undefined : trial.parse(row);
};
