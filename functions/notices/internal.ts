import * as notices from '@geoarchive/contract/notices.ts';
import { implement } from '@geoarchive/platform/call.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import * as inbox from './inbox.ts';
import { noticeStore } from './notice-store.ts';
import { readerStore } from './reader-store.ts';

/** The inbox of staff: what concerns the archive they belong to and their roles in it, and what is theirs alone. */
export const internalInbox = ({ table, clock }: Pick<ArchiveDeps, 'table' | 'clock'>): inbox.InboxDeps => ({
  plane: 'archive',
  acts: {
    read: notices.markNoticeRead.audit,
    mute: notices.muteNotices.audit,
    mail: notices.chooseNoticeMail.audit,
  },
  notices: noticeStore(table, clock),
  readers: readerStore(table, clock),
  // Operators and auditors may belong to no archive: then there is only what is their own.
  mailboxesOf: ({ sub, node }) => [...(node === undefined || node === '' ? [] : [{ node }]), { person: sub }],
  mayRead: async () => () => true,
});

export const internalNoticeRoutes = [
  implement(notices.listNotices, inbox.list),
  implement(notices.countUnread, inbox.count),
  implement(notices.getNotice, inbox.get),
  implement(notices.markNoticeRead, inbox.markRead),
  implement(notices.markNoticesRead, inbox.markAllRead),
  implement(notices.getNoticeSettings, inbox.settings),
  implement(notices.muteNotices, inbox.mute),
  implement(notices.chooseNoticeMail, inbox.chooseMail),
];
