import { noticeId, type StoredNotice } from '@geoarchive/contract/notices.ts';
import { howMailed } from '@geoarchive/domain/notices/digest.ts';
import { isFor } from '@geoarchive/domain/notices/rules.ts';
import type { Mailer } from '@geoarchive/platform/mail.ts';
import * as z from 'zod';
import type { DeliveryStore } from './delivery-store.ts';
import type { DigestStore } from './digest-store.ts';
import { letterOf } from './letter.ts';
import { type Mailbox, mailboxSchema, type NoticeStore } from './notice-store.ts';
import type { Addressee, People } from './people.ts';
import type { ReaderStore } from './reader-store.ts';

/** What a notify worker sends: which notice, in which mailbox. */
export const deliverMessage = z.object({
  mailbox: mailboxSchema,
  id: noticeId,
});

export type DeliverDeps = {
  notices: Pick<NoticeStore, 'get'>;
  readers: Pick<ReaderStore, 'choices'>;
  deliveries: DeliveryStore;
  digests: Pick<DigestStore, 'puttingAside'>;
  people: People;
  mail: Mailer;
  site: string | undefined;
  /** Whether the mailbox may still see the notice: that of an agent, whose mandate may have ended since. */
  still: (mailbox: Mailbox, notice: StoredNotice) => Promise<boolean>;
};

/** What SES will say again however often it is asked: about this address, or this mail. */
const forGood = new Set(['MessageRejected', 'BadRequestException']);

/** What SES says against a mail, and whether it will say so again. */
export const refusalOf = (error: unknown): { reason: string; final: boolean } => {
  const [name, message] = error instanceof Error ? [error.name, error.message] : ['Error', String(error)];
  return { reason: `${name}: ${message}`.slice(0, 300), final: forGood.has(name) };
};

const mailOne = async (
  deps: DeliverDeps,
  mailbox: Mailbox,
  notice: StoredNotice,
  to: Addressee,
  when: 'at-once' | 'daily',
): Promise<void> => {
  const of = { mailbox, id: notice.id, node: notice.node, username: to.username };
  const claim = await deps.deliveries.claim(of, to.email);
  if (claim === 'done') return;
  if (claim === 'busy') throw new Error(`The mail of ${notice.id} to ${to.username} is under way`);
  if (when === 'daily') {
    const aside = deps.digests.puttingAside(to.username, { mailbox, id: notice.id });
    return deps.deliveries.record(of, { state: 'aside' }, aside);
  }
  let messageId: string;
  try {
    messageId = await deps.mail({ to: to.email, ...letterOf(notice, deps.site) });
  } catch (error) {
    const { reason, final } = refusalOf(error);
    await deps.deliveries.record(of, { state: final ? 'failed' : 'waiting', reason });
    if (final) return;
    throw error;
  }
  // Should this write fail, SES has the mail and we do not know: it is sent again when the claim has run out. Twice rather than never.
  await deps.deliveries.record(of, { state: 'sent', messageId });
};

/**
 * Mails a notice to everybody whom its mailbox belongs to now, whose roles it is for, and who did not mute its kind, or puts it aside for
 * the mail of the morning, as they chose. Each gets one mail,
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
    const { muted, mail } = await deps.readers.choices(person.username);
    const when = howMailed(mail, notice.kind);
    if (when === 'none' || muted.has(notice.kind)) continue;
    await mailOne(deps, mailbox, notice, person, when).catch((error: unknown) => {
      failed = error;
    });
  }
  if (failed !== undefined) throw failed;
};
