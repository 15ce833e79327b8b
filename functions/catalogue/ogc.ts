import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import * as contract from '@geoarchive/contract/ogc.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Feature, Point } from 'geojson';
import { lookUpHoles } from '../subsurface/looking.ts';
import { everything, type PublicHoleDeps } from './holes.ts';

export type OgcDeps = PublicHoleDeps & {
  clock: () => Date;
  settings: { name: string; portal?: string | undefined };
};

const core = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';
/** Longitude, latitude. CGCS2000 and WGS 84 differ by less than places are rounded by. */
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const json = 'application/json';
const geojson = 'application/geo+json';
/** What the engine gives at once. */
const perLook = 100;

/** A link to a route of the public API; without the portal's address in the settings, one that holds on the host asked. */
const linkTo = ({ settings }: OgcDeps, path: string, query = ''): string => {
  const of = `/api${path}${query === '' ? '' : `?${query}`}`;
  return settings.portal === undefined ? of : new URL(of, settings.portal).href;
};

const collectionOf = (deps: OgcDeps): contract.OgcCollection => {
  const own = contract.ogcHoles.path;
  return {
    id: 'holes',
    title: '已公开钻孔 / Released boreholes and wells',
    description: '孔口位置按规定取整。 Collars, rounded as disclosure demands.',
    itemType: 'feature',
    crs: [crs84],
    links: [
      { href: linkTo(deps, own), rel: 'self', type: json },
      { href: linkTo(deps, `${own}/items`), rel: 'items', type: geojson },
    ],
  };
};

const featureOf = ({ id, place, ...hole }: PublicHole): Feature<Point | null> => {
  const { version: _v, logs: _l, counts: _c, ...properties } = hole;
  return {
    type: 'Feature',
    id,
    geometry: place === undefined ? null : { type: 'Point', coordinates: [place.longitude, place.latitude] },
    properties: { ...properties, ...(place === undefined ? {} : { placeStepDegrees: place.step }) },
  };
};

type Asked = Call<typeof contract.ogcHoleItems>['query'];

/** The question as the list of holes is asked. */
const soughtOf = ({ bbox, datetime, holeType, region, mineral }: Asked) => ({
  ...(bbox === undefined ? {} : { bbox }),
  ...(datetime?.from === undefined ? {} : { finishedFrom: datetime.from }),
  ...(datetime?.to === undefined ? {} : { finishedTo: datetime.to }),
  ...(holeType === undefined ? {} : { holeType: [holeType] }),
  ...(region === undefined ? {} : { region: [region] }),
  ...(mineral === undefined ? {} : { mineral: [mineral] }),
});

/** Features of a page, by as many looks as it takes. */
const pageOf = async (deps: OgcDeps, asked: Asked) => {
  const features: Feature<Point | null>[] = [];
  let { cursor } = asked;
  for (let left = asked.limit; ; ) {
    const found = await lookUpHoles(
      deps.engine,
      { ...soughtOf(asked), sort: 'number', limit: Math.min(left, perLook), ...(cursor && { cursor }) },
      everything,
    );
    const held = await deps.holes.some(found.hits.map(({ id }) => id));
    features.push(...found.hits.flatMap(({ id }) => held.get(id) ?? []).map(featureOf));
    left -= found.hits.length;
    ({ cursor } = found);
    if (left <= 0 || cursor === undefined || found.hits.length === 0)
      return { features, cursor, total: found.total };
  }
};

const items = async (deps: OgcDeps, { query }: Call<typeof contract.ogcHoleItems>): Promise<string> => {
  const { features, cursor, total } = await pageOf(deps, query);
  const path = contract.ogcHoleItems.path;
  const words = (more: Record<string, string> = {}): string => {
    const { bbox, datetime, cursor: _, ...rest } = query;
    const { from, to } = datetime ?? {};
    const said = {
      ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)])),
      ...(bbox === undefined ? {} : { bbox: bbox.join(',') }),
      ...(datetime === undefined ? {} : { datetime: `${from ?? '..'}/${to ?? '..'}` }),
      ...more,
    };
    return new URLSearchParams(said).toString();
  };
  return JSON.stringify({
    type: 'FeatureCollection',
    timeStamp: deps.clock().toISOString(),
    ...(total.exact ? { numberMatched: total.count } : {}),
    numberReturned: features.length,
    features,
    links: [
      {
        href: linkTo(deps, path, words(query.cursor === undefined ? {} : { cursor: query.cursor })),
        rel: 'self',
        type: geojson,
      },
      ...(cursor === undefined
        ? []
        : [{ href: linkTo(deps, path, words({ cursor })), rel: 'next', type: geojson }]),
    ],
  });
};

const item = async (deps: OgcDeps, { params }: Call<typeof contract.ogcHoleItem>): Promise<string> => {
  const found = await deps.holes.get(params.id);
  if (found === undefined)
    throw new Problem('not-found', { zh: '没有这个公开的钻孔。', en: 'There is no such public hole.' });
  const own = contract.ogcHoles.path;
  return JSON.stringify({
    ...featureOf(found),
    links: [
      { href: linkTo(deps, `${own}/items/${found.id}`), rel: 'self', type: geojson },
      { href: linkTo(deps, own), rel: 'collection', type: json },
    ],
  });
};

/** Released holes for GIS programs. */
export const ogcRoutes = [
  implement(contract.ogcLanding, async (deps: OgcDeps) => ({
    title: deps.settings.name,
    description: '已公开的钻孔与油气井。 Released boreholes and wells.',
    links: [
      { href: linkTo(deps, contract.ogcRoot), rel: 'self', type: json },
      { href: linkTo(deps, '/openapi.json'), rel: 'service-desc', type: json },
      { href: linkTo(deps, contract.ogcConformance.path), rel: 'conformance', type: json },
      { href: linkTo(deps, contract.ogcCollections.path), rel: 'data', type: json },
    ],
  })),
  implement(contract.ogcConformance, async () => ({
    conformsTo: [`${core}/core`, `${core}/geojson`],
  })),
  implement(contract.ogcCollections, async (deps: OgcDeps) => ({
    collections: [collectionOf(deps)],
    links: [{ href: linkTo(deps, contract.ogcCollections.path), rel: 'self', type: json }],
  })),
  implement(contract.ogcHoles, async (deps: OgcDeps) => collectionOf(deps)),
  implement(contract.ogcHoleItems, items),
  implement(contract.ogcHoleItem, item),
];
