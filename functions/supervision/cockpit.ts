import * as contract from '@geoarchive/contract/cockpit.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { jobWatchers } from '@geoarchive/domain/jobs.ts';
import { figuresOf, sheetsOfFigures } from '@geoarchive/domain/supervision/figures.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { nodesFor } from '../archive/access.ts';
import type { SupervisionDeps } from './context.ts';
import { lastRecountOf } from './coverage.ts';
import { lastHindered } from './daily.ts';
import { stocksOf } from './stock.ts';

/** Who may read the job that is named. */
const watchers: ReadonlySet<string> = new Set(jobWatchers);

type Asked = Pick<Call<typeof contract.cockpit>, 'caller' | 'query'>;
type Deps = Pick<SupervisionDeps, 'clock' | 'settings' | 'table' | 'tallies'>;

/** The figures of the archives that the caller asks for and may see. */
export const readCockpit = async (deps: Deps, { caller, query }: Asked) => {
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
  const provinces = new Map(nodes.map(({ code, province }) => [code, province]));
  const named = <T extends { node: string }>(one: T) => ({
    ...one,
    name: names.get(one.node) ?? { zh: one.node, en: one.node },
  });
  return {
    asOf: now.toISOString(),
    today,
    year,
    ...figures,
    byNode: figures.byNode.map((line) => {
      const province = provinces.get(line.node);
      return { ...named(line), ...(province === undefined ? {} : { province }) };
    }),
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

/** The same for the page, and for those who watch jobs what the night's reckoning could not do. */
const cockpit = async (deps: SupervisionDeps, asked: Asked) => {
  // Of the whole country, so not beside the figures of one archive.
  const watches = asked.query.node === undefined && asked.caller.roles.some((role) => watchers.has(role));
  const [figures, hindered] = await Promise.all([
    readCockpit(deps, asked),
    watches ? lastHindered(deps) : undefined,
  ]);
  return { ...figures, ...(hindered === undefined ? {} : { hindered }) };
};

/** What stock was last taken of in those archives. */
export const readStock = async (deps: Deps, { caller, query }: Asked) => {
  const stocks = await stocksOf(deps);
  return {
    items: nodesFor(deps.settings.nodes, caller, query.node).flatMap(({ code, name }) => {
      const stock = stocks.get(code);
      return stock === undefined ? [] : [{ node: code, name, ...stock }];
    }),
  };
};

export const cockpitRoutes = [
  implement(contract.cockpit, cockpit),
  implement(contract.cockpitStock, readStock),
];
