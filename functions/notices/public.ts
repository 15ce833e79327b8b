import type { StoredNotice } from '@geoarchive/contract/notices.ts';
import * as notices from '@geoarchive/contract/notices.ts';
import { implement } from '@geoarchive/platform/call.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import * as inbox from './inbox.ts';
import { type Mailbox, noticeStore } from './notice-store.ts';
import { readerStore } from './reader-store.ts';

/** What an organisation may see of what lies in its mailbox: of others only what their mandates of today cover. */
export const allowedBy = async (
  mandates: Pick<IntakeDeps['mandates'], 'heldBy' | 'active'>,
  organisation: string,
): Promise<inbox.MayRead> => {
  const held = (await mandates.heldBy(organisation)).filter(mandates.active);
  return ({ principal, taskId }) =>
    principal === undefined ||
    held.some(
      ({ body }) =>
        body.from === principal &&
        (body.scope === 'all' || (taskId !== undefined && body.taskIds.includes(taskId))),
    );
};

/** An attribute that was cleared comes as an empty text. */
const belongs = (organisation: string | undefined): organisation is string =>
  organisation !== undefined && organisation !== '';

/** Whether a mailbox may still see a notice, asked before it is mailed: a person what is theirs, an organisation what its mandates cover. */
export const stillFor =
  (mandates: Parameters<typeof allowedBy>[0]) =>
  async (mailbox: Mailbox, notice: StoredNotice): Promise<boolean> =>
    'person' in mailbox ||
    ('organisation' in mailbox && (await allowedBy(mandates, mailbox.organisation))(notice));

/** The inbox of somebody outside: what is their organisation's, and what is theirs alone. What it sees for others ends with its mandate, in the inbox too. */
export const publicInbox = ({
  table,
  clock,
  mandates,
}: Pick<IntakeDeps, 'table' | 'clock' | 'mandates'>): inbox.InboxDeps => ({
  plane: 'intake',
  acts: {
    read: notices.markOwnNoticeRead.audit,
    mute: notices.muteOwnNotices.audit,
    mail: notices.chooseOwnNoticeMail.audit,
  },
  notices: noticeStore(table, clock),
  readers: readerStore(table, clock),
  // Somebody who registered to use data belongs to no organisation: then there is only what is their own.
  mailboxesOf: ({ organisation, sub }) => [
    ...(belongs(organisation) ? [{ organisation }] : []),
    { person: sub },
  ],
  mayRead: async ({ organisation }) =>
    belongs(organisation) ? allowedBy(mandates, organisation) : () => true,
});

export const publicNoticeRoutes = [
  implement(notices.listOwnNotices, inbox.list),
  implement(notices.countOwnUnread, inbox.count),
  implement(notices.getOwnNotice, inbox.get),
  implement(notices.markOwnNoticeRead, inbox.markRead),
  implement(notices.markOwnNoticesRead, inbox.markAllRead),
  implement(notices.getOwnNoticeSettings, inbox.settings),
  implement(notices.muteOwnNotices, inbox.mute),
  implement(notices.chooseOwnNoticeMail, inbox.chooseMail),
];
