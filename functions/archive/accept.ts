import type { EventData } from '@geoarchive/contract/events.ts';
import type { Queue } from '@geoarchive/platform/queue.ts';
import type { ArchiveDeps } from './deps.ts';
import { finishAcceptance } from './finish.ts';
import { isTakenIn, pageCount } from './review-store.ts';

/** Starts taking in: one copy message per page of files. A deposit without files (a stub) is taken in at once. */
export const startCopying = async (
  deps: ArchiveDeps & { copies: Queue },
  { reviewId }: EventData<'AcceptanceStarted'>,
): Promise<void> => {
  const item = await deps.reviews.get(reviewId);
  if (item === undefined || !isTakenIn(item.state)) return;
  const pages = pageCount(item.body.fileCount);
  if (pages === 0) {
    await finishAcceptance(deps, reviewId);
    return;
  }
  await deps.copies.send(
    Array.from({ length: pages }, (_, at) => ({
      body: { job: reviewId, page: at + 1 },
      group: reviewId,
    })),
  );
};
