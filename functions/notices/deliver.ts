import { noticeId, type StoredNotice } from '@geoarchive/contract/notices.ts';
import { isFor } from '@geoarchive/domain/notices/rules.ts';
import type { Mailer } from '@geoarchive/platform/mail.ts';
import * as z from 'zod';
import type { DeliveryStore } from './delivery-store.ts';
import { letterOf } from './letter.ts';
import type { Mailbox, NoticeStore } from './notice-store.ts';
import type { Addressee, People } from './people.ts';
import type { ReaderStore } from './reader-store.ts';

/** What a notify worker sends: which notice, in which mailbox. */
export const deliverMessage = z.object({
  mailbox: z.union([z.strictObject({ organisation: z.string() }), z.strictObject({ node: z.string() })]),
  id: noticeId,
});

export type DeliverDeps = {
  notices: Pick<NoticeStore, 'get'>;
  readers: Pick<ReaderStore, 'muted'>;
  deliveries: DeliveryStore;
  people: People;
  mail: Mailer;
  site: string | undefined;
  /** Whether the mailbox may still see the notice: that of an agent, whose mandate may have ended since. */
  still: (mailbox: Mailbox, notice: StoredNotice) => Promise<boolean>;
};

/** What SES will say again however often it is asked: about this address, or this mail. */
const forGood = new Set(['MessageRejected', 'BadRequestException']);

const mailOne = async (
  deps: DeliverDeps,
  mailbox: Mailbox,
  notice: StoredNotice,
  to: Addressee,
): Promise<void> => {
  const of = { mailbox, id: notice.id, node: notice.node, username: to.username };
  const claim = await deps.deliveries.claim(of, to.email);
  if (claim === 'done') return;
  if (claim === 'busy') throw new Error(`The mail of ${notice.id} to ${to.username} is under way`);
  let messageId: string;
  try {
    messageId = await deps.mail({ to: to.email, ...letterOf(notice, deps.site) });
  } catch (error) {
    const [name, message] = error instanceof Error ? [error.name, error.message] : ['Error', String(error)];
    const reason = `${name}: ${message}`.slice(0, 300);
    const final = forGood.has(name);
    await deps.deliveries.record(of, { state: final ? 'failed' : 'waiting', reason });
    if (final) return;
    throw error;
  }
  // Should this write fail, SES has the mail and we do not know: it is sent again when the claim has run out. Twice rather than never.
  await deps.deliveries.record(of, { state: 'sent', messageId });
};

/**
 * Mails a notice to everybody whom its mailbox belongs to now, whose roles it is for, and who did not mute its kind. Each gets one mail,
 * however often the message comes; one address that fails keeps nobody else from theirs.
 */
export const deliver = async (deps: DeliverDeps, body: unknown): Promise<void> => {
  const { mailbox, id } = deliverMessage.parse(body);
  const notice = await deps.notices.get(mailbox, id);
  if (notice === undefined) throw new Error(`Notice ${id} is not in its mailbox`);
  if (!(await deps.still(mailbox, notice))) return;
  let failed: unknown;
  for (const person of await deps.people.of(mailbox)) {
    if (!isFor(notice.kind, person.roles)) continue;
    if ((await deps.readers.muted(person.username)).has(notice.kind)) continue;
    await mailOne(deps, mailbox, notice, person).catch((error: unknown) => {
      failed = error;
    });
  }
  if (failed !== undefined) throw failed;
};
