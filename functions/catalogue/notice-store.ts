import { type PublicNotice, publicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import type { NoticeKind } from '@geoarchive/domain/disclosure/notice.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const row = z.object({ notice: publicNotice });

/** What is looked for in a list of notices. */
export type NoticeSought = {
  kind?: NoticeKind | undefined;
  node?: string | undefined;
  state?: PublicNotice['state'] | undefined;
  q?: string | undefined;
};

/** Rows looked at for one page, so that a rare word costs an answer in time and a cursor to go on with. */
const lookedAt = 1000;
const step = 100;

const textOf = ({ number, says }: PublicNotice): string =>
  [
    ...[number, says?.party.name, says?.party.code, says?.paper, says?.text],
    ...(says?.items ?? []).flatMap((item) => [item.number, item.licenceNumber, item.name]),
  ]
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();

const isSought = (of: PublicNotice, { kind, node, state, q }: NoticeSought): boolean =>
  (kind === undefined || of.kind === kind) &&
  (node === undefined || of.node === node) &&
  (state === undefined || of.state === state) &&
  (q === undefined || textOf(of).includes(q.normalize('NFKC').toLowerCase()));

/** Public notices as the portal has them: of each the newest version. */
export const publicNoticeStore = (table: Table, clock: Clock) => {
  const key = (id: string) => ({ pk: `public-notice#${id}`, sk: 'item' });
  /** The portal takes a notice down by itself when its last day has passed, also where no news comes. */
  const isOver = ({ until }: PublicNotice): boolean => until !== undefined && until < dayOf(clock());

  return {
    /** Takes in how a notice stands; an older version than the one here changes nothing. */
    async put(of: PublicNotice): Promise<boolean> {
      // What was taken down is known by its link still, and stands in no list.
      const listed =
        of.state === 'expired'
          ? {}
          : { gsi1pk: 'public-notices', gsi1sk: `${of.publishedOn}#${of.number}#${of.id}` };
      try {
        await table.transact([
          {
            Put: {
              TableName: table.name,
              Item: { ...key(of.id), version: of.version, notice: of, ...listed },
              ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
              ExpressionAttributeValues: { ':version': of.version },
            },
          },
          auditWrite(table.name, clock, {
            about: of.id,
            action: 'disclosure.take-in',
            by: { worker: 'ingest' },
            detail: { state: of.state, version: of.version },
            node: of.node,
          }),
        ]);
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    },
    async get(id: string): Promise<PublicNotice | undefined> {
      const found = await table.get(key(id));
      if (found === undefined) return undefined;
      const { notice } = row.parse(found);
      if (notice.state === 'expired' || !isOver(notice)) return notice;
      const { says: _, ...facts } = notice;
      return { ...facts, state: 'expired' };
    },
    /** The newest first. What is suspended, withdrawn or corrected is listed only where its state is asked for. */
    async list(
      sought: NoticeSought,
      page: { cursor?: string | undefined; limit: number },
    ): Promise<{ items: PublicNotice[]; cursor?: string }> {
      const items: PublicNotice[] = [];
      let start = fromCursor(page.cursor);
      for (let seen = 0; seen < lookedAt; ) {
        const wanted = Math.min(step, page.limit - items.length);
        const { rows, next } = await table.query({
          index: 'gsi1',
          partition: 'public-notices',
          start,
          limit: wanted,
          newestFirst: true,
        });
        const open = rows.map((one) => row.parse(one).notice).filter((one) => !isOver(one));
        const shown = sought.state === undefined ? open.filter(({ says }) => says !== undefined) : open;
        items.push(...shown.filter((one) => isSought(one, sought)));
        seen += rows.length;
        start = next;
        if (next === undefined || items.length >= page.limit) break;
      }
      const cursor = toCursor(start);
      return { items, ...(cursor === undefined ? {} : { cursor }) };
    },
  };
};
export type PublicNoticeStore = ReturnType<typeof publicNoticeStore>;
