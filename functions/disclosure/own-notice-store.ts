import { publicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import type { EventData } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const row = z.object({ organisation: z.string(), notice: publicNotice });
export type OwnNotice = z.infer<typeof row>;

/** Public notices about an organisation as it sees them in intake: in full, also while the public does not. */
export const ownNotices = (table: Table, clock: Clock) => {
  const key = (id: string) => ({ pk: `own-notice#${id}`, sk: 'item' });
  return {
    async get(id: string): Promise<OwnNotice | undefined> {
      const found = await table.get(key(id));
      return found === undefined ? undefined : row.parse(found);
    },
    async list(organisation: string, page: { cursor?: string | undefined; limit?: number | undefined }) {
      const { rows, next } = await table.query({
        index: 'gsi1',
        partition: `own-notices#${organisation}`,
        start: fromCursor(page.cursor),
        limit: page.limit,
        newestFirst: true,
      });
      const cursor = toCursor(next);
      return { items: rows.map((one) => row.parse(one).notice), ...(cursor === undefined ? {} : { cursor }) };
    },
    /** Projects how a notice stands, and says so within this plane; an older version changes nothing. */
    async put({ notice, organisation }: EventData<'PublicNoticeMoved'>): Promise<void> {
      try {
        await table.transact([
          {
            Put: {
              TableName: table.name,
              Item: {
                ...key(notice.id),
                ...{ version: notice.version, organisation, notice },
                gsi1pk: `own-notices#${organisation}`,
                gsi1sk: `${notice.publishedOn}#${notice.id}`,
              },
              ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
              ExpressionAttributeValues: { ':version': notice.version },
            },
          },
          outboxWrite(table.name, clock, 'PublicNoticeSeen', { notice, organisation }),
        ]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    },
  };
};
export type OwnNotices = ReturnType<typeof ownNotices>;
