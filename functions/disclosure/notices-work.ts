import { dayOf } from '@geoarchive/domain/dates.ts';
import type { PublicNoticeState } from '@geoarchive/domain/disclosure/notice.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import type { SupervisionDeps } from '../supervision/context.ts';
import type { DisclosureDeps } from './deps.ts';
import { movingNotice } from './moving.ts';
import type { NoticeItem } from './notice-store.ts';
import { settlingIfDue } from './settling.ts';

type Deps = DisclosureDeps & SupervisionDeps;

/** States that the clock looks at. */
const watched = [
  'published',
  'suspended',
  'lifted',
  'withdrawn',
  'replaced',
] as const satisfies readonly PublicNoticeState[];
/** Notices looked at in one step: four writes each at most. */
const perStep = 20;
const place = z.object({ node: z.number(), state: z.number(), cursor: z.string().optional() });

/** How many notices the day's job looks at. */
export const countNotices = async ({
  table,
  settings,
}: Pick<Deps, 'table' | 'settings'>): Promise<number> => {
  const counts = await Promise.all(
    settings.nodes.flatMap(({ code }) =>
      watched.map((state) => table.count('gsi3', `public-notices#${code}#${state}`)),
    ),
  );
  return counts.reduce((sum, one) => sum + one, 0);
};

/** The writes that take down a notice whose last day has passed, or lift one that is settled. */
const dueWrites = async (deps: Deps, item: NoticeItem): Promise<Write[]> => {
  const { shownUntil } = item.body;
  const today = dayOf(deps.clock());
  if (shownUntil !== undefined && shownUntil < today && item.state !== 'expired')
    return movingNotice(
      deps,
      item,
      'expire',
      { endedOn: item.body.endedOn ?? today, suspended: undefined },
      { action: 'disclosure.expire', by: { worker: 'work' } },
    );
  return settlingIfDue(deps, item, 'work');
};

/** Takes down and lifts what is due, looking at every notice that is known outside: days without a run are caught up by the next. */
export const keepNotices: Work<Deps> = async (deps, _, so) => {
  const at = place.nullable().parse(so.cursor) ?? { node: 0, state: 0 };
  const code = deps.settings.nodes[at.node]?.code ?? '';
  const page = await deps.publicNotices.list('gsi3', `public-notices#${code}#${watched[at.state]}`, {
    cursor: at.cursor,
    limit: perStep,
  });
  // The list lags: what it shows may have moved on.
  const now = await Promise.all(page.items.map(({ id }) => deps.publicNotices.get(id)));
  const writes = await Promise.all(
    now.map((item) =>
      item === undefined || !watched.some((state) => state === item.state) ? [] : dueWrites(deps, item),
    ),
  );
  const { cursor } = page;
  const lastState = at.state + 1 >= watched.length;
  const next = lastState ? { node: at.node + 1, state: 0 } : { node: at.node, state: at.state + 1 };
  return {
    effect: writes.flat(),
    cursor: cursor === undefined ? next : { ...at, cursor },
    done: page.items.length,
    counts: { changed: writes.filter((one) => one.length > 0).length },
    finished: cursor === undefined && next.node >= deps.settings.nodes.length,
  };
};
