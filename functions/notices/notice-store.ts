import { type StoredNotice, storedNotice } from '@geoarchive/contract/notices.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

/**
 * Where notices are put: that of an organisation in intake, of an archive (node) in the archive, where everybody in it reads the
 * same; or of one person (`sub`), for what is theirs alone.
 */
export const mailboxSchema = z.union([
  z.strictObject({ organisation: z.string() }),
  z.strictObject({ node: z.string() }),
  z.strictObject({ person: z.string() }),
]);
export type Mailbox = z.infer<typeof mailboxSchema>;

export const partitionOf = (mailbox: Mailbox): string => {
  if ('organisation' in mailbox) return `notices#organisation#${mailbox.organisation}`;
  return 'node' in mailbox ? `notices#node#${mailbox.node}` : `notices#person#${mailbox.person}`;
};

/** What a notice is called in the audit trail, and where its readers and its deliveries are kept. */
export const trailOf = (mailbox: Mailbox, id: string): string =>
  `${partitionOf(mailbox).replace('notices#', 'notice#')}#${id}`;

export type Put = { mailbox: Mailbox; notice: StoredNotice };
/** Notices of one transaction: two writes each. */
const atOnce = 45;

const putting = (name: string, clock: Clock, { mailbox, notice }: Put, by: string): Write[] => {
  const pk = partitionOf(mailbox);
  return [
    {
      Put: {
        TableName: name,
        Item: {
          pk,
          sk: notice.id,
          putAt: clock().toISOString(),
          notice: storedNotice.parse(notice),
          gsi1pk: `notices-about#${notice.about}`,
          gsi1sk: `${notice.id}#${pk}`,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    auditWrite(name, clock, {
      about: trailOf(mailbox, notice.id),
      action: 'notice.put',
      by: { worker: by },
      detail: { ...mailbox, about: notice.about, kind: notice.kind },
      node: notice.node,
    }),
  ];
};

/** Notices in mailboxes. One is written once, however often its event comes, and never changed. */
export const noticeStore = (table: Table, clock: Clock) => ({
  /**
   * Puts notices into mailboxes, each with its audit entry, as many together as a transaction holds; what is there already stays as it
   * is, and where one is, the others of its transaction are put one by one.
   */
  async put(some: readonly Put[], by: string): Promise<void> {
    for (let from = 0; from < some.length; from += atOnce) {
      const now = some.slice(from, from + atOnce);
      try {
        await table.transact(now.flatMap((one) => putting(table.name, clock, one, by)));
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        if (now.length > 1) for (const one of now) await this.put([one], by);
      }
    }
  },
  async get(mailbox: Mailbox, id: string): Promise<StoredNotice | undefined> {
    const row = await table.get({ pk: partitionOf(mailbox), sk: id });
    return row === undefined ? undefined : held.parse(row).notice;
  },
  /** Newest first; `before` is the id of the last one that was looked at. */
  async newest(
    mailbox: Mailbox,
    of: { limit: number; before?: string | undefined },
  ): Promise<StoredNotice[]> {
    const pk = partitionOf(mailbox);
    const { rows } = await table.query({
      partition: pk,
      limit: of.limit,
      newestFirst: true,
      ...(of.before === undefined ? {} : { start: { pk, sk: of.before } }),
    });
    return rows.map((row) => held.parse(row).notice);
  },
});
export type NoticeStore = ReturnType<typeof noticeStore>;

const held = z.object({ notice: storedNotice });
