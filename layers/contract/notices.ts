import { mailChoiceCodes } from '@geoarchive/domain/notices/digest.ts';
import { noticeKinds } from '@geoarchive/domain/notices/rules.ts';
import { archiveStaff } from '@geoarchive/domain/roles.ts';
import { useAskers } from '@geoarchive/domain/service/codes.ts';
import * as z from 'zod';
import { barChange } from './bar-parts.ts';
import { type Route, route } from './route.ts';
import { bilingual, gid, instant, page, pageQuery } from './shared.ts';

/** The id of a notice comes from its event, so that the event coming again makes no second one. */
export const noticeId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}\.[a-z-]{1,40}$/, 'event.kind');
const kind = z.enum(noticeKinds);

/** A notice as it was put into a mailbox: what it says never changes. */
export const storedNotice = z.object({
  id: noticeId,
  kind,
  at: instant,
  title: bilingual,
  text: bilingual,
  /** A path of the site of its readers. */
  link: z.string(),
  /** Id of the deposit, task, mandate, review, dossier, job or organisation it tells of. */
  about: z.string().min(1).max(100),
  /** The archive whose thing that is; a mandate has none. */
  node: z.string().optional(),
  /** The organisation whose thing it is, where the mailbox is that of one which acts for it. */
  principal: z.string().optional(),
  taskId: gid.optional(),
  /** What a system of its reader works with: only webhooks show it. */
  data: barChange.optional(),
});
export type StoredNotice = z.infer<typeof storedNotice>;

export const notice = storedNotice
  .pick({ id: true, kind: true, at: true, title: true, text: true, link: true })
  .extend({
    legal: z.boolean(),
    /** When this reader marked it as read. */
    readAt: instant.optional(),
  });
export type Notice = z.infer<typeof notice>;

const settings = z.object({
  /** How the reader wants e-mail of what has no legal effect. */
  mail: z.enum(mailChoiceCodes),
  kinds: z.array(
    z.object({ kind, name: bilingual, legal: z.boolean(), mail: z.boolean(), muted: z.boolean() }),
  ),
});
const one = z.object({ id: noticeId });
/** Unread notices are counted up to here. */
const mostUnread = 99;

/** `own` ends the names of acts of the public API: an audit name stands for one act. */
const inbox = (of: Pick<Route, 'api' | 'allow' | 'scope'>, own: '' | '-own') => {
  const base = { ...of, module: 'notices' } as const;
  return {
    list: route({
      ...base,
      method: 'GET',
      path: '/notices/inbox',
      audit: `notice.list${own}`,
      summary: { zh: '我的通知', en: 'Notices of the reader, newest first' },
      query: pageQuery.extend({
        kind: kind.optional(),
        show: z.enum(['all', 'unread']).default('all'),
      }),
      reply: page(notice),
    }),
    unread: route({
      ...base,
      method: 'GET',
      path: '/notices/unread',
      audit: `notice.count${own}`,
      summary: { zh: '未读通知数', en: 'How many are unread, and whether there are more than counted' },
      reply: z.object({ count: z.number().int().max(mostUnread), more: z.boolean() }),
    }),
    get: route({
      ...base,
      method: 'GET',
      path: '/notices/inbox/{id}',
      audit: `notice.read-one${own}`,
      summary: { zh: '一条通知', en: 'One notice' },
      params: one,
      reply: notice,
    }),
    markRead: route({
      ...base,
      method: 'POST',
      path: '/notices/inbox/{id}/read',
      audit: `notice.read${own}`,
      summary: { zh: '标为已读', en: 'Mark one as read' },
      params: one,
      reply: notice,
    }),
    markAllRead: route({
      ...base,
      method: 'POST',
      path: '/notices/read',
      audit: `notice.read-all${own}`,
      summary: { zh: '全部标为已读', en: 'Mark all as read, up to the newest that was seen' },
      body: z.object({ upTo: noticeId }),
      reply: z.object({ marked: z.number().int() }),
    }),
    settings: route({
      ...base,
      method: 'GET',
      path: '/notices/settings',
      audit: `notice.settings${own}`,
      summary: { zh: '通知设置', en: 'Which kinds the reader gets, and which are muted' },
      reply: settings,
    }),
    mute: route({
      ...base,
      method: 'PUT',
      path: '/notices/settings',
      audit: `notice.mute${own}`,
      summary: { zh: '静音某类通知', en: 'Mute kinds; those with legal effect are refused' },
      body: z.object({ muted: z.array(kind).max(noticeKinds.length) }),
      reply: settings,
    }),
    chooseMail: route({
      ...base,
      method: 'PUT',
      path: '/notices/mail',
      audit: `notice.choose-mail${own}`,
      summary: {
        zh: '选择邮件方式',
        en: 'E-mail at once, once a day or not at all; what has legal effect comes at once',
      },
      body: z.object({ mail: z.enum(mailChoiceCodes) }),
      reply: settings,
    }),
  };
};

/** The inbox of staff. The public API has the same paths, replies and texts. */
export const {
  list: listNotices,
  unread: countUnread,
  get: getNotice,
  markRead: markNoticeRead,
  markAllRead: markNoticesRead,
  settings: getNoticeSettings,
  mute: muteNotices,
  chooseMail: chooseNoticeMail,
} = inbox({ api: 'internal', allow: archiveStaff, scope: 'node' }, '');

/** The inbox of people outside: of their organisation, and what is theirs alone. */
export const {
  list: listOwnNotices,
  unread: countOwnUnread,
  get: getOwnNotice,
  markRead: markOwnNoticeRead,
  markAllRead: markOwnNoticesRead,
  settings: getOwnNoticeSettings,
  mute: muteOwnNotices,
  chooseMail: chooseOwnNoticeMail,
} = inbox({ api: 'public', allow: [...useAskers], scope: 'organisation' }, '-own');
