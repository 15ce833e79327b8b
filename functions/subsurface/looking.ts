import type { LogFacts } from '@geoarchive/contract/hole-parts.ts';
import type { holeFacets } from '@geoarchive/contract/hole-search.ts';
import type * as contract from '@geoarchive/contract/holes.ts';
import type { Call } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { TermField } from '@geoarchive/search/fields.ts';
import type { SearchEngine } from '@geoarchive/search/port.ts';
import { SearchQuery, type SearchReply, type Sort, type Visible } from '@geoarchive/search/query.ts';
import { isTile } from '@geoarchive/tiles/mercator.ts';

type Facet = (typeof holeFacets)[number];
/** Names of the contract's filters beside those of the index. */
const fields: Readonly<Record<Facet, TermField>> = {
  region: 'region',
  mineral: 'mineral',
  holeType: 'holeType',
  wellClass: 'wellClass',
  depthClass: 'depthClass',
  formedYear: 'formedYear',
  organisation: 'organisation',
  industry: 'industry',
  workDegree: 'workDegree',
  basin: 'basin',
  block: 'block',
  part: 'part',
  release: 'release',
  curve: 'curve',
  node: 'node',
};
const isFacet = (name: string): name is Facet => Object.hasOwn(fields, name);
const facets: readonly Facet[] = Object.keys(fields).filter(isFacet);
const sorts: Record<'relevance' | 'newest' | 'finished' | 'number', Sort> = {
  relevance: 'relevance',
  newest: 'published-desc',
  finished: 'formed-desc',
  number: 'number-asc',
};

/** Of these a hole must have each that is asked for; so their counts are of what is found. */
const isEvery = (name: Facet): boolean => name === 'curve' || name === 'part';
const mnemonicsOf = (curves: readonly string[]): string[] => curves.map((one) => one.trim().toUpperCase());

type Sought = Call<typeof contract.holeTile>['query'];
type Listed = Call<typeof contract.listHoles>['query'];

/** The part of a question that lists, figures and the map have in common: holes only, whatever else is in the index. */
const soughtOf = (query: Sought) => ({
  filters: {
    ...Object.fromEntries(
      facets.flatMap((name) =>
        isEvery(name) || query[name] === undefined ? [] : [[fields[name], query[name]]],
      ),
    ),
    kind: ['hole'],
  },
  every: {
    ...(query.curve === undefined ? {} : { curve: mnemonicsOf(query.curve) }),
    ...(query.part === undefined ? {} : { part: query.part }),
  },
  ...(query.q === undefined ? {} : { text: query.q }),
  ...(query.bbox === undefined ? {} : { bbox: query.bbox }),
  ...(query.finishedFrom === undefined && query.finishedTo === undefined
    ? {}
    : { formed: { from: query.finishedFrom, to: query.finishedTo } }),
});

const badCursor = () =>
  new Problem(
    'invalid-input',
    { zh: '分页标记无效，请从第一页重新开始。', en: 'The cursor is not valid: start from the first page.' },
    [{ field: 'query.cursor', message: 'cursor' }],
  );

/**
 * Whether logs have each of the curves that were asked for over the depths that were asked for: the index knows which curves there are,
 * not from where to where.
 */
export const reachOver =
  ({ curve, curveFrom, curveTo }: Pick<Listed, 'curve' | 'curveFrom' | 'curveTo'>) =>
  (logs: readonly LogFacts[]): boolean => {
    if (curve === undefined || (curveFrom === undefined && curveTo === undefined)) return true;
    const from = curveFrom ?? curveTo ?? 0;
    const to = curveTo ?? from;
    const all = logs.flatMap(({ curves }) => curves);
    return mnemonicsOf(curve).every((asked) =>
      all.some(
        ({ mnemonic, top, base }) =>
          mnemonic.toUpperCase() === asked &&
          top !== undefined &&
          base !== undefined &&
          top <= from &&
          base >= to,
      ),
    );
  };
/** Whether pages hold less than what the index finds. */
export const asksDepths = ({ curve, curveFrom, curveTo }: Listed): boolean =>
  curve !== undefined && (curveFrom !== undefined || curveTo !== undefined);

/** Looks holes up, and counts them by each field. */
export const lookUpHoles = async (
  engine: SearchEngine,
  query: Listed,
  visible: Visible,
): Promise<SearchReply & { counted: Partial<Record<Facet, { value: string; count: number }[]>> }> => {
  const asked = SearchQuery.parse({
    ...soughtOf(query),
    facets: facets.map((name) => fields[name]),
    facetSize: 200,
    sort: sorts[query.sort],
    limit: query.limit,
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  });
  const found = await engine.search({ ...asked, visible }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'InvalidCursor') throw badCursor();
    throw error;
  });
  const counted = Object.fromEntries(facets.map((name) => [name, found.facets[fields[name]] ?? []]));
  return { ...found, counted };
};

const perPage = 200;
/** The ids of all that is sought, by number, up to `most`; `total` says how many there are, exactly up to 10 000. */
export const idsOfHoles = async (
  engine: Pick<SearchEngine, 'search'>,
  query: Sought,
  visible: Visible,
  most: number,
): Promise<{ ids: string[]; total: number }> => {
  const asked = SearchQuery.parse({ ...soughtOf(query), sort: sorts.number, limit: perPage });
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await engine.search({ ...asked, ...(cursor === undefined ? {} : { cursor }), visible });
    ids.push(...page.hits.map(({ id }) => id));
    cursor = page.cursor;
    if (cursor === undefined) return { ids, total: ids.length };
    if (ids.length > most) return { ids, total: Math.max(page.total.count, ids.length) };
  }
};

/** A tile of the map of what is sought. */
export const tileOfHoles = async (
  engine: SearchEngine,
  params: { z: number; x: number; y: number },
  query: Sought,
  visible: Visible,
): Promise<Uint8Array> => {
  if (!isTile(params))
    throw new Problem('not-found', {
      zh: '没有这个瓦片：行列号超出该级别。',
      en: 'There is no such tile: row and column lie beyond its zoom.',
    });
  if (engine.tile === undefined)
    throw new Problem('not-found', {
      zh: '本部署的检索引擎不提供地图瓦片。',
      en: 'The search engine of this deployment makes no map tiles.',
    });
  return engine.tile({ ...SearchQuery.parse(soughtOf(query)), visible }, params);
};
