import type { Review } from '@geoarchive/contract/archive.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { ArchiveDeps } from './deps.ts';
import type { ReviewItem } from './review-store.ts';

type Stalled = NonNullable<Review['stalled']>;

/** A file that no further try will copy. */
export class CannotCopy extends Error {
  readonly why: Stalled['why'];
  readonly file: string;
  constructor(why: Stalled['why'], file: string) {
    super(
      why === 'source-gone' ? `The source of ${file} is gone` : `The copy of ${file} differs from its source`,
    );
    this.name = 'CannotCopy';
    this.why = why;
    this.file = file;
  }
}

/** A review's body without what said that it was stalled. */
export const unstalled = ({ stalled: _, ...body }: ReviewItem['body']): ReviewItem['body'] => body;

/** Marks a review whose acceptance does not go on, so that a checker sees it; false when it went on meanwhile. */
export const stall = async (
  deps: Pick<ArchiveDeps, 'reviews' | 'clock'>,
  reviewId: string,
  why: Omit<Stalled, 'at'>,
  worker: string,
): Promise<boolean> => {
  const item = await deps.reviews.get(reviewId);
  if (item === undefined || item.state !== 'accepting') return false;
  const stalled = { ...why, at: deps.clock().toISOString() };
  try {
    await deps.reviews.move(
      item,
      'stall',
      { ...item.body, stalled },
      {
        action: 'review.stall',
        by: { worker },
        detail: why,
        events: [{ type: 'AcceptanceStalled', data: { reviewId } }],
      },
    );
    return true;
  } catch (error) {
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
    return false;
  }
};

/** Hours after which taking in should be over, also of the largest deposit. */
const patience = 24;

/** Stalls what has been taken in for too long, whatever became of its messages; gives how many are stalled now, in all. */
export const stallLate = async (deps: Pick<ArchiveDeps, 'reviews' | 'clock' | 'table'>): Promise<number> => {
  const since = new Date(deps.clock().getTime() - patience * 3_600_000).toISOString();
  let cursor: string | undefined;
  do {
    const page = await deps.reviews.list('gsi3', 'accepting', { limit: 100, cursor });
    // In the order in which copying began: from the first that is not late on, none is.
    const late = page.items.filter(({ body }) => (body.copyingSince ?? '') < since);
    for (const { id } of late) await stall(deps, id, { why: 'too-long' }, 'clocks');
    cursor = late.length < page.items.length ? undefined : page.cursor;
  } while (cursor !== undefined);
  return deps.table.count('gsi3', 'stalled');
};
