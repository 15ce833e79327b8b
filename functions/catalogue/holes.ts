import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as contract from '@geoarchive/contract/portal-holes.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SearchEngine } from '@geoarchive/search/port.ts';
import { asksDepths, lookUpHoles, reachOver, tileOfHoles } from '../subsurface/looking.ts';
import { contentOf, curveKeyOf, loadPublicHole, type PublicHoleStore } from './hole-store.ts';

const unpack = promisify(gunzip);
export type PublicHoleDeps = { holes: PublicHoleStore; files: Bucket; engine: SearchEngine };

/** Everything in the portal plane is public; the engine still wants it said. */
export const everything = [{ kind: ['hole'] }];

const search = async (deps: PublicHoleDeps, { query, time }: Call<typeof contract.searchPublicHoles>) => {
  const found = await time('search', lookUpHoles(deps.engine, query, everything));
  const held = await time('holes', deps.holes.some(found.hits.map(({ id }) => id)));
  const reaches = reachOver(query);
  return {
    // One removed since the index last heard is simply not there any more.
    items: found.hits.flatMap(({ id }) => held.get(id) ?? []).filter(({ logs }) => reaches(logs)),
    total: found.total.count,
    exact: found.total.exact && !asksDepths(query),
    facets: found.counted,
    ...(found.cursor === undefined ? {} : { cursor: found.cursor }),
  };
};

const curve = async (deps: PublicHoleDeps, { params }: Call<typeof contract.getPublicHoleCurve>) => {
  const { id, version } = await loadPublicHole(deps, params.id);
  const bytes = await deps.files.readAll(curveKeyOf(id, version, params.sha256));
  if (bytes === undefined)
    throw new Problem('not-found', { zh: '该钻孔没有这条曲线。', en: 'The hole has no such curve.' });
  return await unpack(bytes);
};

export const publicHoleRoutes = [
  implement(contract.searchPublicHoles, search),
  implement(contract.publicHoleTile, ({ engine }: PublicHoleDeps, { params, query, time }) =>
    time('tile', tileOfHoles(engine, params, query, everything)),
  ),
  implement(contract.getPublicHole, (deps: PublicHoleDeps, { params }) => loadPublicHole(deps, params.id)),
  implement(contract.getPublicHoleContent, async (deps: PublicHoleDeps, { params }) =>
    contentOf(deps.files, await loadPublicHole(deps, params.id)),
  ),
  implement(contract.getPublicHoleCurve, curve),
];
