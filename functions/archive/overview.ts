import * as archive from '@geoarchive/contract/archive.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { releaseLifecycle } from '@geoarchive/domain/release.ts';
import { reviewLifecycle } from '@geoarchive/domain/review.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { inList } from '../transfers/transfer-store.ts';
import { nodeOf, nodesFor } from './access.ts';
import type { ArchiveDeps } from './deps.ts';
import { checkOverdue, releaseOverdue, transfersOverdue, transfersSoon } from './late.ts';

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
  return {
    reviews: await counted(deps, Object.keys(reviewLifecycle.states), (state) => `reviews#${node}#${state}`),
    dossiers: await counted(
      deps,
      Object.keys(releaseLifecycle.states),
      (state) => `dossiers#${node}#${state}`,
    ),
    checkOverdue: await checkOverdue(deps, node, today),
    releaseOverdue: (await releaseOverdue(deps, today)).get(node) ?? 0,
    // By the day that counts: what was handed in on time and is being corrected is not overdue.
    tasksOverdue: await deps.table.count('gsi3', `tasks#${node}#open`, today),
    transfersOverdue: await transfersOverdue(deps, node, today),
    transfersIn: await deps.table.count('gsi3', inList(node, 'sent')),
  };
};

/** What archives are late with themselves. The list of publications is read once for all of them. */
export const late = async (
  deps: ArchiveDeps,
  { caller, query }: Pick<Call<typeof archive.lateFigures>, 'caller' | 'query'>,
) => {
  const now = deps.clock();
  const today = dayOf(now);
  const releases = await releaseOverdue(deps, today);
  const items = await Promise.all(
    nodesFor(deps.settings.nodes, caller, query.node).map(async ({ code, name }) => ({
      ...{ node: code, name },
      checkOverdue: await checkOverdue(deps, code, today),
      releaseOverdue: releases.get(code) ?? 0,
      transferOverdue: await transfersOverdue(deps, code, today),
      transferSoon: await transfersSoon(deps, code, today),
    })),
  );
  return { asOf: now.toISOString(), items };
};

export const overviewRoutes = [implement(archive.overview, overview), implement(archive.lateFigures, late)];
