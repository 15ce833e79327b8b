import type * as contract from '@geoarchive/contract/notices.ts';
import type { Notice, StoredNotice } from '@geoarchive/contract/notices.ts';
import { isFor, noticeKinds, noticeRule } from '@geoarchive/domain/notices/rules.ts';
import type { Call } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Mailbox, NoticeStore } from './notice-store.ts';
import type { ReaderStore } from './reader-store.ts';

/** Whether the caller may see a notice now, asked again at every reading. */
export type MayRead = (notice: StoredNotice) => boolean;
export type InboxDeps = {
  plane: 'intake' | 'archive';
  /** Names of the acts in the audit trail. */
  acts: { read: string; mute: string };
  notices: NoticeStore;
  readers: ReaderStore;
  /** The mailbox of the caller's organisation or archive; none for who belongs to none. */
  mailboxOf: (caller: Caller) => Mailbox | undefined;
  /** What the caller's organisation may see of others, by the mandates of today. */
  mayRead: (caller: Caller) => Promise<MayRead>;
};

/** So many of the newest are looked through for what is unread. */
const newest = 200;
const mostUnread = 99;
const chunk = 100;

const view = (of: StoredNotice, readAt: string | undefined): Notice => ({
  id: of.id,
  kind: of.kind,
  at: of.at,
  title: of.title,
  text: of.text,
  link: of.link,
  legal: noticeRule(of.kind).legal,
  ...(readAt === undefined ? {} : { readAt }),
});

const open = async (deps: InboxDeps, caller: Caller) => {
  const mailbox = deps.mailboxOf(caller);
  const allowed = await deps.mayRead(caller);
  return { mailbox, mayRead: (one: StoredNotice) => isFor(one.kind, caller.roles) && allowed(one) };
};

/** Looks through the mailbox in chunks until the page is full; a page may hold fewer than fit. */
export const list = async (
  deps: InboxDeps,
  { caller, query }: Call<typeof contract.listNotices>,
): Promise<{ items: Notice[]; cursor?: string }> => {
  const { mailbox, mayRead } = await open(deps, caller);
  if (mailbox === undefined) return { items: [] };
  const items: Notice[] = [];
  let before = query.cursor;
  for (let looked = 0; looked < 5; looked += 1) {
    const some = await deps.notices.newest(mailbox, { limit: chunk, before });
    const mine = some.filter((one) => mayRead(one) && (query.kind === undefined || one.kind === query.kind));
    const read = await deps.readers.readAt(
      mailbox,
      mine.map(({ id }) => id),
      caller.username,
    );
    for (const one of mine) {
      const readAt = read.get(one.id);
      if (query.show === 'unread' && readAt !== undefined) continue;
      items.push(view(one, readAt));
      if (items.length === query.limit) return { items, cursor: one.id };
    }
    before = some.at(-1)?.id;
    if (some.length < chunk || before === undefined) return { items };
  }
  return { items, ...(before === undefined ? {} : { cursor: before }) };
};

const unreadOf = async (deps: InboxDeps, caller: Caller) => {
  const { mailbox, mayRead } = await open(deps, caller);
  if (mailbox === undefined) return { mailbox, unread: [] };
  const mine = (await deps.notices.newest(mailbox, { limit: newest })).filter(mayRead);
  const read = await deps.readers.readAt(
    mailbox,
    mine.map(({ id }) => id),
    caller.username,
  );
  return { mailbox, unread: mine.filter(({ id }) => !read.has(id)) };
};

/** What is muted waits in the inbox and is not counted. */
export const count = async (deps: InboxDeps, { caller }: Call<typeof contract.countUnread>) => {
  const { unread } = await unreadOf(deps, caller);
  if (unread.length === 0) return { count: 0, more: false };
  const muted = await deps.readers.muted(caller.username);
  const heard = unread.filter(({ kind }) => !muted.has(kind)).length;
  return { count: Math.min(heard, mostUnread), more: heard > mostUnread };
};

const load = async (deps: InboxDeps, caller: Caller, id: string) => {
  const { mailbox, mayRead } = await open(deps, caller);
  const found = mailbox === undefined ? undefined : await deps.notices.get(mailbox, id);
  if (mailbox === undefined || found === undefined || !mayRead(found))
    throw new Problem('not-found', {
      zh: '没有这条通知，或它不属于您的单位。',
      en: 'There is no such notice, or it is not for your organisation.',
    });
  return { mailbox, found };
};

export const get = async (
  deps: InboxDeps,
  { caller, params }: Pick<Call<typeof contract.getNotice>, 'caller' | 'params'>,
): Promise<Notice> => {
  const { mailbox, found } = await load(deps, caller, params.id);
  return view(found, (await deps.readers.readAt(mailbox, [found.id], caller.username)).get(found.id));
};

export const markRead = async (
  deps: InboxDeps,
  call: Call<typeof contract.markNoticeRead>,
): Promise<Notice> => {
  const { mailbox, found } = await load(deps, call.caller, call.params.id);
  await deps.readers.markRead(mailbox, found, call.caller, deps.acts.read);
  return get(deps, call);
};

/** Up to the newest that the reader has seen: what came since stays unread. */
export const markAllRead = async (
  deps: InboxDeps,
  { caller, body }: Call<typeof contract.markNoticesRead>,
): Promise<{ marked: number }> => {
  const { mailbox, unread } = await unreadOf(deps, caller);
  if (mailbox === undefined) return { marked: 0 };
  const seen = unread.filter(({ id }) => id <= body.upTo);
  await inParallel(seen, 8, (one) => deps.readers.markRead(mailbox, one, caller, deps.acts.read));
  return { marked: seen.length };
};

export const settings = async (
  deps: InboxDeps,
  { caller }: Pick<Call<typeof contract.getNoticeSettings>, 'caller'>,
) => {
  const muted = await deps.readers.muted(caller.username);
  return {
    kinds: noticeKinds
      .filter((kind) => noticeRule(kind).plane === deps.plane && isFor(kind, caller.roles))
      .map((kind) => {
        const { name, legal, mail } = noticeRule(kind);
        return { kind, name, legal, mail, muted: muted.has(kind) };
      }),
  };
};

export const mute = async (deps: InboxDeps, { caller, body }: Call<typeof contract.muteNotices>) => {
  const legal = body.muted.filter((kind) => noticeRule(kind).legal);
  if (legal.length > 0)
    throw new Problem(
      'rule-broken',
      {
        zh: `这些通知具有法律效力，不能静音：${legal.map((kind) => noticeRule(kind).name.zh).join('、')}`,
        en: `These have legal effect and cannot be muted: ${legal.map((kind) => noticeRule(kind).name.en).join(', ')}`,
      },
      legal.map((kind) => ({ field: 'body.muted', message: kind })),
    );
  await deps.readers.mute(caller, [...new Set(body.muted)], deps.acts.mute);
  return settings(deps, { caller });
};
