import type { Bucket } from '@geoarchive/platform/objects.ts';
import { answerKey, noSuchEvidence } from './evidence.ts';
import type { OwnCaseRow, OwnCases } from './own-store.ts';

export type AnswerDeps = { own: Pick<OwnCases, 'messages'>; bucket: Pick<Bucket, 'head' | 'signGet'> };

/** A link to what the archive sent with a message or its decision, for whoever may see the case. */
export const answerLink = async (
  deps: AnswerDeps,
  { facts, standing }: OwnCaseRow,
  id: string,
): Promise<{ url: string }> => {
  const told = (await deps.own.messages(facts.id)).filter(({ from }) => from === 'archive');
  const all = [...told.flatMap(({ evidence }) => evidence), ...(standing?.decision?.evidence ?? [])];
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw noSuchEvidence();
  const key = answerKey(facts.id, id);
  const there = await deps.bucket.head(key);
  // What is not, byte for byte, what the archive told of is shown to nobody.
  if (there?.sha256 !== found.sha256) throw noSuchEvidence();
  return { url: await deps.bucket.signGet(key, found.name, there.versionId) };
};
