import type { StoredNotice } from '@geoarchive/contract/notices.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { mailChoiceCodes } from '@geoarchive/domain/notices/digest.ts';
import { type NoticeKind, noticeKinds, noticeRule } from '@geoarchive/domain/notices/rules.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { type Mailbox, trailOf } from './notice-store.ts';

const mark = z.object({ pk: z.string(), readAt: z.string() });
const choices = z.object({
  muted: z.array(z.string()).default([]),
  mail: z.enum(mailChoiceCodes).default('at-once'),
  /** The language in which the choice was made is that of the digest. */
  language: z.enum(['zh', 'en']).default('zh'),
});

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
    /** What this person does not want to hear of, and how they want e-mail. A kind that has come to have legal effect is heard again. */
    async choices(username: string) {
      const { muted, ...rest } = choices.parse((await table.get(choicesKey(username))) ?? {});
      const quiet: ReadonlySet<NoticeKind> = new Set(
        noticeKinds.filter((kind) => muted.includes(kind) && !noticeRule(kind).legal),
      );
      return { ...rest, muted: quiet };
    },
    /** Sets some of the choices and leaves the others. */
    async choose(by: Caller, given: Partial<z.infer<typeof choices>>, action: string): Promise<void> {
      const set = Object.entries(given);
      await table.transact([
        {
          Update: {
            TableName: table.name,
            Key: choicesKey(by.username),
            UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
            ExpressionAttributeNames: Object.fromEntries(set.map(([name]) => [`#${name}`, name])),
            ExpressionAttributeValues: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
          },
        },
        auditWrite(table.name, clock, {
          about: `notice-reader#${by.username}`,
          action,
          by,
          detail: given,
          node: by.node,
        }),
      ]);
    },
  };
};
export type ReaderStore = ReturnType<typeof readerStore>;
