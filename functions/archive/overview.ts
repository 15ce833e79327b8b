import * as archive from '@geoarchive/contract/archive.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { releaseLifecycle } from '@geoarchive/domain/release.ts';
import { reviewLifecycle } from '@geoarchive/domain/review.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { nodeOf } from './access.ts';
import { standings } from './check-term.ts';
import type { ArchiveDeps } from './deps.ts';
import { barsOf } from './dossiers.ts';

const counted = async (
  deps: ArchiveDeps,
  states: readonly string[],
  partition: (state: string) => string,
): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(states.map(async (state) => [state, await deps.table.count('gsi2', partition(state))])),
  );

/** Reviews of the node that should have been checked by now. */
const checkOverdue = async (deps: ArchiveDeps, node: string, today: string): Promise<number> => {
  const standing = await standings(deps);
  let late = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.reviews.list('gsi2', `reviews#${node}#received`, { cursor });
    late += page.items.filter((item) => (standing(item)?.due ?? item.body.checkBy) < today).length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return late;
};

/** Dossiers of the node whose latest day of publication has passed; the list holds all nodes, the latest day first. */
const releaseOverdue = async (deps: ArchiveDeps, node: string, today: string): Promise<number> => {
  let late = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.dossiers.list('gsi3', 'release-due', { cursor });
    const due = page.items.filter(({ body }) => body.window !== undefined && body.window.latest < today);
    // What a standing bar holds back is not late.
    late += due.filter((item) => item.body.node === node && barsOf(deps, item).length === 0).length;
    cursor = due.length < page.items.length ? undefined : page.cursor;
  } while (cursor !== undefined);
  return late;
};

/** Figures behind the start page, each counted from the list it leads to. */
const overview = async (deps: ArchiveDeps, { caller }: Call<typeof archive.overview>) => {
  const node = nodeOf(caller);
  const today = dayOf(deps.clock());
  return {
    reviews: await counted(deps, Object.keys(reviewLifecycle.states), (state) => `reviews#${node}#${state}`),
    dossiers: await counted(
      deps,
      Object.keys(releaseLifecycle.states),
      (state) => `dossiers#${node}#${state}`,
    ),
    checkOverdue: await checkOverdue(deps, node, today),
    releaseOverdue: await releaseOverdue(deps, node, today),
    // By the day that counts: what was handed in on time and is being corrected is not overdue.
    tasksOverdue: await deps.table.count('gsi3', `tasks#${node}#open`, today),
  };
};

export const overviewRoutes = [implement(archive.overview, overview)];
