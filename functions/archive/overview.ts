import { archive } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { releaseLifecycle } from '@geoarchive/domain/release.ts';
import { reviewLifecycle } from '@geoarchive/domain/review.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import { nodeOf } from './access.ts';
import type { ArchiveDeps } from './deps.ts';

const counted = async (
  deps: ArchiveDeps,
  states: readonly string[],
  partition: (state: string) => string,
): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(states.map(async (state) => [state, await deps.table.count('gsi2', partition(state))])),
  );

/** Figures behind the start page, each counted from the list it leads to. */
const overview = async (deps: ArchiveDeps, { caller }: Call<typeof archive.overview>) => {
  const node = nodeOf(caller);
  const today = dayOf(deps.clock());
  const open = await deps.reviews.list('gsi2', `reviews#${node}#received`, { limit: 1000 });
  return {
    reviews: await counted(deps, Object.keys(reviewLifecycle.states), (state) => `reviews#${node}#${state}`),
    dossiers: await counted(
      deps,
      Object.keys(releaseLifecycle.states),
      (state) => `dossiers#${node}#${state}`,
    ),
    checkOverdue: open.items.filter(({ body }) => body.checkBy < today).length,
    releaseOverdue: await deps.table.count('gsi3', 'release-due', today),
    tasksOverdue: await deps.table.count('gsi3', `tasks#${node}#open`, today),
  };
};

export const overviewRoutes = [
  implement(archive.overview, overview),
  implement(archive.listAudit, (deps: ArchiveDeps, { params, query }) =>
    listAuditOf(deps.table, params.id, query.cursor, query.limit),
  ),
];
