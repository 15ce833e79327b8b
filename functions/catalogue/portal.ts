import type { EventData } from '@geoarchive/contract/events.ts';
import * as portal from '@geoarchive/contract/portal.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { isRobot } from '@geoarchive/domain/service/robots.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { TermField } from '@geoarchive/search/fields.ts';
import type { SearchEngine } from '@geoarchive/search/port.ts';
import { SearchQuery, type Sort } from '@geoarchive/search/query.ts';
import { isTile } from '@geoarchive/tiles/mercator.ts';
import * as z from 'zod';
import type { HeldRecord, RecordStore } from './record-store.ts';

export type PortalDeps = {
  clock: Clock;
  settings: { name: string };
  records: RecordStore;
  files: Bucket;
  /** Tells of a record that was looked at or an open download, to be counted: nothing of who it was. */
  tell: (opened: EventData<'RecordOpened'>) => Promise<void>;
  engine: SearchEngine;
};

/** Names of the contract's filters beside those of the index. */
const fields = {
  dataClass: 'dataClass',
  minerals: 'mineral',
  regions: 'region',
  node: 'node',
  fileFormats: 'format',
  access: 'access',
} as const satisfies Record<string, TermField>;
type Facet = keyof typeof fields;
const facetNames: readonly Facet[] = ['dataClass', 'minerals', 'regions', 'node', 'fileFormats', 'access'];
const sorts: Record<'relevance' | 'newest' | 'formed', Sort> = {
  relevance: 'relevance',
  newest: 'published-desc',
  formed: 'formed-desc',
};

const badCursor = () =>
  new Problem(
    'invalid-input',
    { zh: '分页标记无效，请从第一页重新开始。', en: 'The cursor is not valid: start from the first page.' },
    [{ field: 'query.cursor', message: 'cursor' }],
  );

/** A list shows the beginning of an abstract: 100 records with abstracts of 10 000 characters would not fit a reply (6 MB). */
const abstractLength = 600;
const inList = (of: HeldRecord): HeldRecord =>
  of.abstract === undefined || of.abstract.length <= abstractLength
    ? of
    : { ...of, abstract: `${of.abstract.slice(0, abstractLength)}…` };

/** Everything in the portal plane is public; holes, which are in the same index, have lists of their own. */
const everything = [{ kind: ['dossier'] }];

/** The part of a question that lists and the map have in common. */
const soughtOf = (query: Call<typeof portal.recordTile>['query']) => {
  const filters = Object.fromEntries(
    facetNames.flatMap((name) => (query[name] === undefined ? [] : [[fields[name], query[name]]])),
  );
  return {
    filters,
    ...(query.q === undefined ? {} : { text: query.q }),
    ...(query.bbox === undefined ? {} : { bbox: query.bbox }),
    ...(query.formedFrom === undefined && query.formedTo === undefined
      ? {}
      : { formed: { from: query.formedFrom, to: query.formedTo } }),
  };
};

const search = async (deps: PortalDeps, { query, time }: Call<typeof portal.searchRecords>) => {
  const asked = SearchQuery.parse({
    ...soughtOf(query),
    facets: facetNames.map((name) => fields[name]),
    // Regions are counted on three levels at once: enough to show every province.
    facetSize: 200,
    sort: query.q === undefined && query.sort === 'relevance' ? 'published-desc' : sorts[query.sort],
    limit: query.limit,
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  });
  const found = await time('search', deps.engine.search({ ...asked, visible: everything })).catch(
    (error: unknown) => {
      if (error instanceof Error && error.name === 'InvalidCursor') throw badCursor();
      throw error;
    },
  );
  const held = await time('records', deps.records.some(found.hits.map(({ id }) => id)));
  return {
    // A record removed since the index last heard is simply not there any more.
    items: found.hits.flatMap(({ id }) => held.get(id) ?? []).map(inList),
    total: found.total.count,
    exact: found.total.exact,
    facets: Object.fromEntries(facetNames.map((name) => [name, found.facets[fields[name]] ?? []])),
    ...(found.cursor === undefined ? {} : { cursor: found.cursor }),
  };
};

const tile = async (deps: PortalDeps, { params, query, time }: Call<typeof portal.recordTile>) => {
  if (!isTile(params))
    throw new Problem('not-found', {
      zh: '没有这个瓦片：行列号超出该级别。',
      en: 'There is no such tile: row and column lie beyond its zoom.',
    });
  if (deps.engine.tile === undefined)
    throw new Problem('not-found', {
      zh: '本部署的检索引擎不提供地图瓦片。',
      en: 'The search engine of this deployment makes no map tiles.',
    });
  const asked = SearchQuery.parse(soughtOf(query));
  return await time('tile', deps.engine.tile({ ...asked, visible: everything }, params));
};

const load = async (deps: PortalDeps, id: string): Promise<HeldRecord> => {
  const found = await deps.records.get(id);
  if (found === undefined)
    throw new Problem('not-found', { zh: '没有这条公开记录。', en: 'There is no such public record.' });
  return found;
};

/** A record with how often it was used; that it was looked at is told, to be counted. */
const read = async (deps: PortalDeps, { params, agent }: Call<typeof portal.getRecord>) => {
  const record = await load(deps, params.id);
  const { id: recordId, node } = record;
  const [usage] = await Promise.all([
    deps.records.usageOf(recordId),
    deps.tell({ recordId, node, robot: isRobot(agent), bytes: 0, view: true }),
  ]);
  return { ...record, ...(usage && { usage }) };
};

const pages = z.coerce.number().int().min(1);

/** The cursor is the number of the next page. */
const listFiles = async (deps: PortalDeps, { params, query }: Call<typeof portal.listRecordFiles>) => {
  const held = await load(deps, params.id);
  const asked = pages.safeParse(query.cursor ?? 1);
  if (!asked.success) throw badCursor();
  const last = Math.ceil(held.fileCount / limits.filesPerPage);
  return {
    items: await deps.records.filesOf(held, asked.data),
    ...(asked.data < last ? { cursor: String(asked.data + 1) } : {}),
  };
};

/** A link to a file. That it was asked for is told before the link is given, so that nothing is downloaded uncounted. */
const download = async (deps: PortalDeps, { params, agent }: Call<typeof portal.downloadFile>) => {
  const record = await load(deps, params.id);
  const file = await deps.records.fileOf(record, params.no);
  if (file === undefined)
    throw new Problem('not-found', {
      zh: '该记录没有这个公开文件。',
      en: 'The record has no such public file.',
    });
  const { id: recordId, node } = record;
  await deps.tell({ recordId, node, robot: isRobot(agent), bytes: file.size });
  return { url: await deps.files.signGet(file.key, file.path.split('/').at(-1) ?? file.path) };
};

export const portalRoutes = [
  implement(portal.searchRecords, search),
  implement(portal.recordTile, tile),
  implement(portal.getRecord, read),
  implement(portal.listRecordFiles, listFiles),
  implement(portal.downloadFile, download),
  implement(portal.portalOverview, async (deps: PortalDeps) => ({
    records: await deps.records.count(),
    latest: (await deps.records.latest(6)).map(inList),
  })),
];
