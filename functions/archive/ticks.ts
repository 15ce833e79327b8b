import * as archive from '@geoarchive/contract/archive.ts';
import { type ReviewTick, reviewTick } from '@geoarchive/contract/archive.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { type ReviewSection, reviewSections } from '@geoarchive/domain/review.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import type { ReviewItem } from './review-store.ts';

/**
 * Which parts of a review were looked through, by whom and when. Rows beside the review: a tick does not change its version, so
 * that two checkers who tick at once do not stand in each other's way.
 */
export const reviewTicks = (table: Table, clock: Clock) => {
  const pk = (id: string) => `review#${id}`;
  const key = (id: string, section: ReviewSection) => ({ pk: pk(id), sk: `tick#${section}` });
  const write = (item: ReviewItem, section: ReviewSection, seen: boolean, by: Caller): Write =>
    seen
      ? {
          Put: {
            TableName: table.name,
            Item: { ...key(item.id, section), section, by: by.name, at: clock().toISOString() },
          },
        }
      : { Delete: { TableName: table.name, Key: key(item.id, section) } };

  return {
    /** Notes a part as seen, or takes that back, while the review waits to be decided; leaves an audit entry. */
    async set(
      item: ReviewItem,
      { section, seen }: { section: ReviewSection; seen: boolean },
      by: Caller,
    ): Promise<void> {
      try {
        await table.transact([
          {
            ConditionCheck: {
              TableName: table.name,
              Key: { pk: pk(item.id), sk: 'item' },
              ConditionExpression: '#s = :received',
              ExpressionAttributeNames: { '#s': 'state' },
              ExpressionAttributeValues: { ':received': 'received' },
            },
          },
          write(item, section, seen, by),
          auditWrite(table.name, clock, {
            about: item.id,
            action: archive.tickReview.audit,
            by,
            node: item.body.node,
            detail: { section, seen },
          }),
        ]);
      } catch (error) {
        if (error instanceof ConditionFailed) throw new Problem('wrong-state');
        throw error;
      }
    },
    /** In the order of the parts. */
    async list(id: string): Promise<ReviewTick[]> {
      const { rows } = await table.query({ partition: pk(id), prefix: 'tick#' });
      const found = rows.map((row) => reviewTick.parse(row));
      return reviewSections.flatMap((section) => found.filter((tick) => tick.section === section));
    },
  };
};
export type ReviewTicks = ReturnType<typeof reviewTicks>;
