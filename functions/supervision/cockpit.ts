import * as contract from '@geoarchive/contract/cockpit.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { figuresOf, sheetsOfFigures } from '@geoarchive/domain/supervision/figures.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { nodesFor } from '../archive/access.ts';
import type { SupervisionDeps } from './context.ts';
import { lastRecountOf } from './coverage.ts';

const read = async (deps: SupervisionDeps, { caller, query }: Call<typeof contract.cockpit>) => {
  const nodes = nodesFor(deps.settings.nodes, caller, query.node);
  const now = deps.clock();
  const today = dayOf(now);
  const year = query.year ?? Number(today.slice(0, 4));
  const [places, last] = await Promise.all([
    deps.tallies.read(
      nodes.map(({ code }) => code),
      sheetsOfFigures(year, today),
    ),
    lastRecountOf(deps.table),
  ]);
  const figures = figuresOf(places, year, today);
  const names = new Map(nodes.map(({ code, name }) => [code, name]));
  const named = <T extends { node: string }>(one: T) => ({
    ...one,
    name: names.get(one.node) ?? { zh: one.node, en: one.node },
  });
  return {
    asOf: now.toISOString(),
    today,
    year,
    ...figures,
    byNode: figures.byNode.map(named),
    ...(last === undefined
      ? {}
      : {
          recount: {
            asOf: last.at,
            repaired: last.repaired,
            late: last.late,
            unsettled: last.unsettled,
            coverage: Object.entries(last.coverage).flatMap(([node, covered]) =>
              names.has(node) ? [named({ node, ...covered })] : [],
            ),
          },
        }),
  };
};

export const cockpitRoutes = [implement(contract.cockpit, read)];
