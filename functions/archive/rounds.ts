import type { Review } from '@geoarchive/contract/archive.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { ArchiveDeps } from './deps.ts';
import type { ReviewItem } from './review-store.ts';

const key = (depositId: string, round: number) => ({
  pk: `deposit-rounds#${depositId}`,
  sk: `round#${String(round).padStart(5, '0')}`,
});
const row = z.object({ reviewId: z.string() });

/** Notes which review returned a round of a deposit, so that the next round's checker finds it. */
export const noteReturned = ({ table }: Pick<ArchiveDeps, 'table'>, { id, body }: ReviewItem): Write => ({
  Put: { TableName: table.name, Item: { ...key(body.depositId, body.round), reviewId: id } },
});

type Round = Pick<ReviewItem['body'], 'depositId' | 'round'>;

/** The review that returned the round before; undefined for a first round. */
export const reviewBefore = async (
  { table, reviews }: Pick<ArchiveDeps, 'table' | 'reviews'>,
  { depositId, round }: Round,
): Promise<ReviewItem | undefined> => {
  if (round < 2) return undefined;
  const found = await table.get(key(depositId, round - 1));
  return found === undefined ? undefined : reviews.get(row.parse(found).reviewId);
};

/** What the round before was returned for. */
export const roundBefore = async (
  deps: Pick<ArchiveDeps, 'table' | 'reviews'>,
  of: Round,
): Promise<Review['before']> => {
  const before = await reviewBefore(deps, of);
  if (before?.body.returned === undefined) return undefined;
  const { returned, contested } = before.body;
  return { reviewId: before.id, ...returned, ...(contested && { contested }) };
};

/** The review that returned this round of a deposit; none while the round was not returned. */
export const returnedReview = async (
  { table, reviews }: Pick<ArchiveDeps, 'table' | 'reviews'>,
  depositId: string,
  round: number,
): Promise<ReviewItem | undefined> => {
  const found = await table.get(key(depositId, round));
  return found === undefined ? undefined : reviews.get(row.parse(found).reviewId);
};
