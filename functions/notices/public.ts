import * as notices from '@geoarchive/contract/notices.ts';
import { implement } from '@geoarchive/platform/call.ts';
import { organisationOf } from '../intake/access.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import * as inbox from './inbox.ts';
import { noticeStore } from './notice-store.ts';
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

/** The inbox of an organisation. What it sees for others ends with its mandate, in the inbox too. */
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
  mailboxesOf: (caller) => [{ organisation: organisationOf(caller) }],
  mayRead: (caller) => allowedBy(mandates, organisationOf(caller)),
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
