import type { StoredNotice } from '@geoarchive/contract/notices.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { type NoticeKind, noticeKinds, noticeRule } from '@geoarchive/domain/notices/rules.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { type Mailbox, trailOf } from './notice-store.ts';

const mark = z.object({ pk: z.string(), readAt: z.string() });
const choices = z.object({ muted: z.array(z.string()) });

/**
 * What belongs to one reader: which notices they read, and which kinds they muted. A mark is the proof of reading and stands with the
 * notice; people are known by their user names, as the directory knows them.
 */
export const readerStore = (table: Table, clock: Clock) => {
  const markKey = (mailbox: Mailbox, id: string, username: string) => ({
    pk: trailOf(mailbox, id),
    sk: `reader#${username}`,
  });
  const choicesKey = (username: string) => ({ pk: `notice-reader#${username}`, sk: 'choices' });
  return {
    /** When this reader read each of these notices; the unread are left out. */
    async readAt(mailbox: Mailbox, ids: readonly string[], username: string): Promise<Map<string, string>> {
      const ofTrail = new Map(ids.map((id) => [trailOf(mailbox, id), id]));
      const rows = await table.getMany(ids.map((id) => markKey(mailbox, id, username)));
      const marks = rows.map((row) => mark.parse(row));
      return new Map(marks.map(({ pk, readAt }) => [ofTrail.get(pk) ?? pk, readAt]));
    },
    /** Marks a notice as read; the first time counts. */
    async markRead(mailbox: Mailbox, notice: StoredNotice, by: Caller, action: string): Promise<void> {
      try {
        await table.transact([
          {
            Put: {
              TableName: table.name,
              Item: {
                ...markKey(mailbox, notice.id, by.username),
                readAt: clock().toISOString(),
                by: by.sub,
                name: by.name,
              },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          auditWrite(table.name, clock, {
            about: trailOf(mailbox, notice.id),
            action,
            by,
            node: notice.node,
          }),
        ]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    },
    /** Kinds that this person does not want to hear of. One that has come to have legal effect is heard again. */
    async muted(username: string): Promise<ReadonlySet<NoticeKind>> {
      const row = await table.get(choicesKey(username));
      const chosen = row === undefined ? [] : choices.parse(row).muted;
      return new Set(noticeKinds.filter((kind) => chosen.includes(kind) && !noticeRule(kind).legal));
    },
    async mute(by: Caller, muted: readonly NoticeKind[], action: string): Promise<void> {
      await table.transact([
        { Put: { TableName: table.name, Item: { ...choicesKey(by.username), muted: [...muted] } } },
        auditWrite(table.name, clock, {
          about: `notice-reader#${by.username}`,
          action,
          by,
          detail: { muted: [...muted] },
          node: by.node,
        }),
      ]);
    },
  };
};
export type ReaderStore = ReturnType<typeof readerStore>;
