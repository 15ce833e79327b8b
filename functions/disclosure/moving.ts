import type { NoticeBody } from '@geoarchive/contract/disclosure.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import {
  isStanding,
  lastDayOf,
  type PublicNoticeMove,
  publicNoticeLifecycle,
} from '@geoarchive/domain/disclosure/notice.ts';
import { publicNoticeNumber } from '@geoarchive/domain/numbers.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { daysOf } from './days.ts';
import type { DisclosureDeps } from './deps.ts';
import { type NoticeItem, noticeMoved } from './notice-store.ts';

type Deps = Pick<DisclosureDeps, 'clock' | 'settings' | 'table' | 'publicNotices'>;
export type Why = { action: string; by: By; detail?: Record<string, unknown> };

/** A body without its last day, with the one that counts in the state it comes into. */
const dated = (
  deps: Deps,
  item: NoticeItem,
  move: PublicNoticeMove,
  change: Partial<NoticeBody>,
): NoticeBody => {
  const { shownUntil: before, ...body } = { ...item.body, ...change };
  const state = publicNoticeLifecycle.moves[move].to;
  const today = dayOf(deps.clock());
  // What was suspended for a while is shown until the day that it had.
  if (move === 'suspend' || move === 'resume' || move === 'expire')
    return before === undefined ? body : { ...body, shownUntil: before };
  const last = lastDayOf(body.kind, state, { today, until: body.until }, daysOf(deps));
  return last === undefined ? body : { ...body, shownUntil: last };
};

/** The writes of a move of a published notice, with what the other planes learn of it. One that ended makes room for another. */
export const movingNotice = (
  deps: Deps,
  item: NoticeItem,
  move: Exclude<PublicNoticeMove, 'publish' | 'refuse'>,
  change: Partial<NoticeBody>,
  why: Why,
): Write[] => {
  const body = dated(deps, item, move, change);
  const { to } = publicNoticeLifecycle.moves[move];
  const ends = isStanding(item.state) && !isStanding(to) && move !== 'replace';
  return deps.publicNotices.moving(item, move, body, {
    ...why,
    events: [noticeMoved(item.id, to, item.version + 1, body)],
    with: ends ? [deps.publicNotices.freeing(item.id, body)] : [],
  });
};

/** The writes of a change of what a published notice says, in its party's favour. */
export const changingNotice = (
  deps: Deps,
  item: NoticeItem,
  change: Partial<NoticeBody>,
  why: Why,
): Write[] => {
  const body = { ...item.body, ...change };
  return deps.publicNotices.changing(item, body, {
    ...why,
    events: [noticeMoved(item.id, item.state, item.version + 1, body)],
  });
};

/** The writes that publish a notice with its number; one that corrects another takes its place in the same transaction. */
export const publishing = async (
  deps: Deps,
  item: NoticeItem,
  change: Partial<NoticeBody>,
  why: Why,
): Promise<Write[]> => {
  const today = dayOf(deps.clock());
  const { node, corrects } = item.body;
  const year = today.slice(0, 4);
  const next = await nextNumber(deps.table, `public-notice#${node}#${year}`);
  const number = publicNoticeNumber(node, year, next.value);
  const body = dated(deps, item, 'publish', {
    ...change,
    number,
    publishedOn: today,
    objectUntil: addDays(today, daysOf(deps).objection),
  });
  const old = corrects && (await deps.publicNotices.get(corrects.id));
  const replacing = old && [
    ...movingNotice(deps, old, 'replace', { endedOn: today, correctedBy: { id: item.id, number } }, why),
    deps.publicNotices.claiming(item.id, body, old.id),
    deps.publicNotices.corrected(item.id, old.id),
  ];
  return deps.publicNotices.moving(item, 'publish', body, {
    ...why,
    detail: { ...why.detail, number },
    events: [noticeMoved(item.id, 'published', item.version + 1, body)],
    with: [next.take, ...(replacing ?? [])],
  });
};
