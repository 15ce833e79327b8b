import * as contract from '@geoarchive/contract/holes.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Visible } from '@geoarchive/search/query.ts';
import { nodeOf } from '../archive/access.ts';
import { hashesOf } from './content-store.ts';
import type { LookingDeps, SubsurfaceDeps } from './deps.ts';
import { asksDepths, lookUpHoles, reachOver, tileOfHoles } from './looking.ts';
import { loadHole, viewOfHole } from './views.ts';

/** The ministry sees the holes of all archives, everybody else those of their own. */
export const visibleTo = (caller: Caller): Visible =>
  caller.roles.includes('MINISTRY_ADMIN')
    ? [{ kind: ['hole'] }]
    : [{ kind: ['hole'], node: [nodeOf(caller)] }];

const list = async (deps: LookingDeps, { caller, query, time }: Call<typeof contract.listHoles>) => {
  const found = await time('search', lookUpHoles(deps.engine, query, visibleTo(caller)));
  const held = await time('holes', deps.holes.some(found.hits.map(({ id }) => id)));
  const reaches = reachOver(query);
  const items = found.hits.flatMap(({ id }) => {
    const item = held.get(id);
    // One taken back since the index last heard is simply not there any more.
    return item === undefined || item.state === 'removed' || !reaches(item.body.logs)
      ? []
      : [{ ...item.body, id, version: item.version, state: item.state }];
  });
  return {
    items,
    total: found.total.count,
    exact: found.total.exact && !asksDepths(query),
    facets: found.counted,
    ...(found.cursor === undefined ? {} : { cursor: found.cursor }),
  };
};

const content = async (deps: SubsurfaceDeps, { caller, params }: Call<typeof contract.getHoleContent>) => {
  const { body } = await loadHole(deps, caller, params.id);
  return deps.contents.get(body.content.sha256);
};

const curve = async (deps: SubsurfaceDeps, { caller, params }: Call<typeof contract.getHoleCurve>) => {
  const { body } = await loadHole(deps, caller, params.id);
  const { logs } = await deps.contents.get(body.content.sha256);
  // Names of curves are those of their values: who knows one may not therefore read it in another archive's hole.
  const own = hashesOf(logs).includes(params.sha256);
  const values = own ? await deps.contents.curve(params.id, params.sha256) : undefined;
  if (values === undefined)
    throw new Problem('not-found', { zh: '该钻孔没有这条曲线。', en: 'The hole has no such curve.' });
  return values;
};

export const holeRoutes = [
  implement(contract.listHoles, list),
  implement(contract.holeTile, ({ engine }: LookingDeps, { caller, params, query, time }) =>
    time('tile', tileOfHoles(engine, params, query, visibleTo(caller))),
  ),
  implement(contract.getHole, async (deps: SubsurfaceDeps, { caller, params }) =>
    viewOfHole(deps, await loadHole(deps, caller, params.id), caller),
  ),
  implement(contract.getHoleContent, content),
  implement(contract.getHoleCurve, curve),
];
