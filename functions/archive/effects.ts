import type { EventData } from '@geoarchive/contract/events.ts';
import type { ArchiveDeps } from './deps.ts';
import { returnedReview } from './rounds.ts';

const met: readonly string[] = ['granted', 'partly'];
const contesting: readonly string[] = ['objection', 'appeal'];

/**
 * What a decision means for a review: an objection to a return, or the appeal after it, that was granted stands on the review from
 * then on, for whoever checks the next round. The return itself stays as it was made.
 */
export const caseDecided = async (
  deps: Pick<ArchiveDeps, 'table' | 'reviews'>,
  { caseId, number, kind, outcome, subject, at }: EventData<'CaseDecided'>,
): Promise<void> => {
  const { depositId, round } = subject;
  if (!contesting.includes(kind) || !met.includes(outcome) || depositId === undefined || round === undefined)
    return;
  const review = await returnedReview(deps, depositId, round);
  const contested = review?.body.contested ?? [];
  if (review === undefined || contested.some((one) => one.caseId === caseId)) return;
  await deps.reviews.change(
    review,
    { ...review.body, contested: [...contested, { caseId, number, outcome, at }] },
    { action: 'review.contested', by: { worker: 'effects' }, detail: { caseId, number, outcome } },
  );
};
