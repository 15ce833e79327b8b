import type { StoredNotice } from '@geoarchive/contract/notices.ts';
import { type NoticeKind, noticeRule } from '@geoarchive/domain/notices/rules.ts';
import { type Facts, writeNotice } from '@geoarchive/domain/notices/write.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import type { Mailbox, NoticeStore } from './notice-store.ts';

/** The event a notice is made from: its id makes the notice's. */
export type Of = { id: string; at: string };
export type About = Pick<StoredNotice, 'about' | 'node' | 'principal' | 'taskId' | 'data'>;
export type TellDeps = {
  notices: Pick<NoticeStore, 'put'>;
  /** Hands a notice that lies in its mailbox to the worker that mails it; may happen twice. None where no mail is sent. */
  send: ((mailbox: Mailbox, id: string) => Promise<void>) | undefined;
  /** Hands it to the worker that calls the organisation's own system, where that is wished. None in the archive. */
  call?: (organisation: string, id: string, kind: NoticeKind) => Promise<void>;
  by: string;
};

export type Telling = { of: Of; mailbox: Mailbox; kind: NoticeKind; about: About; facts: Facts };

/** Notices handed on side by side: what each needs to read then costs one way to the table. */
const handedOnAtOnce = 25;

/** Puts notices into mailboxes and has them mailed and sent on. The same events again change nothing. */
export const tellAll = async (deps: TellDeps, all: readonly Telling[]): Promise<void> => {
  const some = all.map(({ of, mailbox, kind, about, facts }) => ({
    mailbox,
    notice: { id: `${of.id}.${kind}`, kind, at: of.at, ...writeNotice(kind, facts), ...about },
  }));
  await deps.notices.put(some, deps.by);
  await inParallel(some, handedOnAtOnce, async ({ mailbox, notice: { id, kind } }) => {
    // Sent also when it lay there already: the try before may have ended in between.
    if (noticeRule(kind).mail) await deps.send?.(mailbox, id);
    if ('organisation' in mailbox) await deps.call?.(mailbox.organisation, id, kind);
  });
};

/** The same for a single notice. */
export const tell = (
  deps: TellDeps,
  of: Of,
  mailbox: Mailbox,
  kind: NoticeKind,
  about: About,
  facts: Facts,
): Promise<void> => tellAll(deps, [{ of, mailbox, kind, about, facts }]);
