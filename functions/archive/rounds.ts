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

/** What the round before was returned for; undefined for a first round. */
export const roundBefore = async (
  { table, reviews }: Pick<ArchiveDeps, 'table' | 'reviews'>,
  { depositId, round }: ReviewItem['body'],
): Promise<Review['before']> => {
  if (round < 2) return undefined;
  const found = await table.get(key(depositId, round - 1));
  if (found === undefined) return undefined;
  const { reviewId } = row.parse(found);
  const returned = (await reviews.get(reviewId))?.body.returned;
  return returned && { reviewId, ...returned };
};
