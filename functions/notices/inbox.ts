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
  acts: { read: string; mute: string; mail: string };
  notices: NoticeStore;
  readers: ReaderStore;
  /** The mailboxes that the caller reads: of their organisation or archive, and their own. */
  mailboxesOf: (caller: Caller) => readonly Mailbox[];
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

/** A notice and the mailbox it lies in, where its read marks are kept. */
type Lying = { mailbox: Mailbox; notice: StoredNotice };

const open = async (deps: InboxDeps, caller: Caller) => {
  const mailboxes = deps.mailboxesOf(caller);
  const allowed = await deps.mayRead(caller);
  return {
    mailboxes,
    mayRead: ({ notice }: Lying) => isFor(notice.kind, caller.roles) && allowed(notice),
  };
};

/** The newest of all the caller's mailboxes; ids begin with the time of their event, so that one cursor goes through all. */
const newestOf = async (
  { notices }: InboxDeps,
  mailboxes: readonly Mailbox[],
  of: { limit: number; before?: string | undefined },
): Promise<Lying[]> => {
  const found = await Promise.all(
    mailboxes.map(async (mailbox) =>
      (await notices.newest(mailbox, of)).map((notice) => ({ mailbox, notice })),
    ),
  );
  return found
    .flat()
    .sort((a, b) => (a.notice.id < b.notice.id ? 1 : -1))
    .slice(0, of.limit);
};

/** When the caller read each of these, by their ids. */
const readBy = async (
  { readers }: InboxDeps,
  some: readonly Lying[],
  username: string,
): Promise<ReadonlyMap<string, string>> => {
  const mailboxes = [...new Set(some.map(({ mailbox }) => mailbox))];
  const marks = await Promise.all(
    mailboxes.map((mailbox) => {
      const ids = some.filter((one) => one.mailbox === mailbox).map(({ notice }) => notice.id);
      return readers.readAt(mailbox, ids, username);
    }),
  );
  return new Map(marks.flatMap((of) => [...of]));
};

/** Looks through the mailbox in chunks until the page is full; a page may hold fewer than fit. */
export const list = async (
  deps: InboxDeps,
  { caller, query }: Call<typeof contract.listNotices>,
): Promise<{ items: Notice[]; cursor?: string }> => {
  const { mailboxes, mayRead } = await open(deps, caller);
  const items: Notice[] = [];
  let before = query.cursor;
  for (let looked = 0; looked < 5; looked += 1) {
    const some = await newestOf(deps, mailboxes, { limit: chunk, before });
    const mine = some.filter(
      (one) => mayRead(one) && (query.kind === undefined || one.notice.kind === query.kind),
    );
    const read = await readBy(deps, mine, caller.username);
    for (const { notice: one } of mine) {
      const readAt = read.get(one.id);
      if (query.show === 'unread' && readAt !== undefined) continue;
      items.push(view(one, readAt));
      if (items.length === query.limit) return { items, cursor: one.id };
    }
    before = some.at(-1)?.notice.id;
    if (some.length < chunk || before === undefined) return { items };
  }
  return { items, ...(before === undefined ? {} : { cursor: before }) };
};

const unreadOf = async (deps: InboxDeps, caller: Caller): Promise<Lying[]> => {
  const { mailboxes, mayRead } = await open(deps, caller);
  const mine = (await newestOf(deps, mailboxes, { limit: newest })).filter(mayRead);
  const read = await readBy(deps, mine, caller.username);
  return mine.filter(({ notice }) => !read.has(notice.id));
};

/** What is muted waits in the inbox and is not counted. */
export const count = async (deps: InboxDeps, { caller }: Call<typeof contract.countUnread>) => {
  const unread = await unreadOf(deps, caller);
  if (unread.length === 0) return { count: 0, more: false };
  const { muted } = await deps.readers.choices(caller.username);
  const heard = unread.filter(({ notice }) => !muted.has(notice.kind)).length;
  return { count: Math.min(heard, mostUnread), more: heard > mostUnread };
};

const load = async (deps: InboxDeps, caller: Caller, id: string): Promise<Lying> => {
  const { mailboxes, mayRead } = await open(deps, caller);
  for (const mailbox of mailboxes) {
    const notice = await deps.notices.get(mailbox, id);
    if (notice !== undefined && mayRead({ mailbox, notice })) return { mailbox, notice };
  }
  throw new Problem('not-found', {
    zh: '没有这条通知，或它不属于您的单位。',
    en: 'There is no such notice, or it is not for your organisation.',
  });
};

export const get = async (
  deps: InboxDeps,
  { caller, params }: Pick<Call<typeof contract.getNotice>, 'caller' | 'params'>,
): Promise<Notice> => {
  const found = await load(deps, caller, params.id);
  return view(found.notice, (await readBy(deps, [found], caller.username)).get(found.notice.id));
};

export const markRead = async (
  deps: InboxDeps,
  call: Call<typeof contract.markNoticeRead>,
): Promise<Notice> => {
  const { mailbox, notice } = await load(deps, call.caller, call.params.id);
  await deps.readers.markRead(mailbox, notice, call.caller, deps.acts.read);
  return get(deps, call);
};

/** Up to the newest that the reader has seen: what came since stays unread. */
export const markAllRead = async (
  deps: InboxDeps,
  { caller, body }: Call<typeof contract.markNoticesRead>,
): Promise<{ marked: number }> => {
  const seen = (await unreadOf(deps, caller)).filter(({ notice }) => notice.id <= body.upTo);
  await inParallel(seen, 8, ({ mailbox, notice }) =>
    deps.readers.markRead(mailbox, notice, caller, deps.acts.read),
  );
  return { marked: seen.length };
};

export const settings = async (
  deps: InboxDeps,
  { caller }: Pick<Call<typeof contract.getNoticeSettings>, 'caller'>,
) => {
  const { muted, mail } = await deps.readers.choices(caller.username);
  return {
    mail,
    kinds: noticeKinds
      .filter((kind) => noticeRule(kind).plane === deps.plane && isFor(kind, caller.roles))
      .map((kind) => {
        const { name, legal, mail: mailed } = noticeRule(kind);
        return { kind, name, legal, mail: mailed, muted: muted.has(kind) };
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
  await deps.readers.choose(caller, { muted: [...new Set(body.muted)] }, deps.acts.mute);
  return settings(deps, { caller });
};

/** The language of the asking is that of the digest. */
export const chooseMail = async (
  deps: InboxDeps,
  { caller, body, language }: Call<typeof contract.chooseNoticeMail>,
) => {
  await deps.readers.choose(caller, { mail: body.mail, language }, deps.acts.mail);
  return settings(deps, { caller });
};
