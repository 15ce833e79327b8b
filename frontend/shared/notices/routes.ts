import { notices } from '@geoarchive/contract/routes.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';

/** The inbox has the same paths, replies and texts on both APIs; the site's client asks that of its own. */
export const inboxRoutes = {
  list: notices.listNotices,
  unread: notices.countUnread,
  markRead: notices.markNoticeRead,
  markAllRead: notices.markNoticesRead,
  settings: notices.getNoticeSettings,
  mute: notices.muteNotices,
  chooseMail: notices.chooseNoticeMail,
};

const allowed = [notices.listNotices, notices.listOwnNotices].flatMap(({ allow }) =>
  allow === 'everyone' ? [] : [...allow],
);
/** Who has an inbox. */
export const hasInbox = (roles: readonly RoleCode[]): boolean => roles.some((role) => allowed.includes(role));
