import type { PublicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import * as portal from '@geoarchive/contract/portal.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { PublicNoticeStore } from './notice-store.ts';
import type { PortalDeps } from './portal.ts';
import type { SubmissionStore } from './submission-store.ts';

export type NoticeDeps = Pick<PortalDeps, 'clock'> & {
  settings: { name: string; portal?: string | undefined };
  notices: PublicNoticeStore;
  submissions: SubmissionStore;
};

const load = async ({ notices }: NoticeDeps, id: string): Promise<PublicNotice> => {
  const found = await notices.get(id);
  if (found === undefined)
    throw new Problem('not-found', { zh: '没有这份公示。', en: 'There is no such notice.' });
  return found;
};

const inFeed = 50;
const feedOf = async (deps: NoticeDeps, query: Call<typeof portal.noticeRss>['query']) => {
  const { items } = await deps.notices.list(query, { limit: inFeed });
  // Fetched when first called for: the feed's XML is 45 kB of every start otherwise.
  const { noticeFeed } = await import('./notice-feed.ts');
  return noticeFeed(items, { name: deps.settings.name, portal: deps.settings.portal, now: deps.clock() });
};

export const noticeRoutes = [
  implement(portal.listPublicNotices, (deps: NoticeDeps, { query }) => {
    const { cursor, limit, ...sought } = query;
    return deps.notices.list(sought, { cursor, limit });
  }),
  implement(portal.getPublicNotice, (deps: NoticeDeps, { params }) => load(deps, params.id)),
  implement(portal.noticeRss, async (deps: NoticeDeps, { query }) => (await feedOf(deps, query)).rss2()),
  implement(portal.noticeJson, async (deps: NoticeDeps, { query }) => (await feedOf(deps, query)).json1()),
  implement(portal.lookUpSubmissions, async (deps: NoticeDeps, { query }) => ({
    items: await deps.submissions.find(query.number),
    today: dayOf(deps.clock()),
  })),
];
