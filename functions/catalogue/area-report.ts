import type { AreaReport } from '@geoarchive/contract/area.ts';
import * as contract from '@geoarchive/contract/area.ts';
import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import { printPublicHoleColumn } from '@geoarchive/contract/portal-holes.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import { boxOf, isInside, meetsBox } from '@geoarchive/domain/geo/inside.ts';
import type { Ring } from '@geoarchive/domain/geo/polygon.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { SearchEngine } from '@geoarchive/search/port.ts';
import { SearchQuery } from '@geoarchive/search/query.ts';
import { columnPaper } from '../subsurface/column-paper.ts';
import { contentOf, loadPublicHole, type PublicHoleStore } from './hole-store.ts';
import type { HeldRecord, RecordStore } from './record-store.ts';

export type AreaDeps = {
  clock: Clock;
  settings: { nodes: readonly { code: string; name: Bilingual; contact?: Bilingual | undefined }[] };
  records: Pick<RecordStore, 'some'>;
  holes: Pick<PublicHoleStore, 'some' | 'get'>;
  files: Pick<Bucket, 'readAll'>;
  engine: SearchEngine;
  fonts: () => Fonts | Promise<Fonts>;
};

const perLook = 200;
/** Things whose box is looked at; an area with more is too large for a list in any case. */
const mostLooked = 4000;

/** What of a kind lies in an area: found by the box around it, then held against the area itself. */
const inArea = async <T>(
  deps: AreaDeps,
  area: Ring,
  of: {
    kind: 'dossier' | 'hole';
    held: (ids: readonly string[]) => Promise<Map<string, T>>;
    lies: (one: T) => boolean;
  },
): Promise<{ all: T[]; cut: boolean }> => {
  const all: T[] = [];
  let cursor: string | undefined;
  for (let looked = 0; looked < mostLooked; looked += perLook) {
    const asked = SearchQuery.parse({ bbox: [...boxOf(area)], sort: 'number-asc', limit: perLook, cursor });
    const found = await deps.engine.search({ ...asked, visible: [{ kind: [of.kind] }] });
    const held = await of.held(found.hits.map(({ id }) => id));
    all.push(...found.hits.flatMap(({ id }) => held.get(id) ?? []).filter(of.lies));
    ({ cursor } = found);
    if (cursor === undefined) return { all, cut: false };
  }
  return { all, cut: true };
};

const listed = <T>({ all, cut }: { all: readonly T[]; cut: boolean }) => ({
  items: all.slice(0, contract.mostInReport),
  more: cut || all.length > contract.mostInReport,
});

const counted = (values: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
};

const keepersOf = (holes: readonly PublicHole[]): AreaReport['keepers'] => {
  const cores = new Set(holes.flatMap(({ coreKeeper }) => coreKeeper ?? []));
  const names = holes.flatMap(({ custodian, coreKeeper }) => [
    ...new Set([custodian, coreKeeper].filter((name) => name !== undefined)),
  ]);
  return counted(names).map(([name, count]) => ({ name, holes: count, core: cores.has(name) }));
};

const comingOf = (
  records: readonly HeldRecord[],
  holes: readonly PublicHole[],
  today: string,
): AreaReport['coming'] =>
  [
    ...records.map((one) => ({ ...one, kind: 'record' as const, name: one.title })),
    ...holes.map((one) => ({ ...one, kind: 'hole' as const, name: one.hole })),
  ]
    .flatMap(({ id, kind, name, protectedUntil: on }) =>
      on === undefined || on < today ? [] : [{ id, kind, name, on }],
    )
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .slice(0, contract.mostInReport);

const report = async (deps: AreaDeps, area: Ring): Promise<AreaReport> => {
  const [records, holes] = await Promise.all([
    inArea(deps, area, {
      kind: 'dossier',
      held: deps.records.some,
      lies: ({ bbox }: HeldRecord) => bbox !== undefined && meetsBox(area, bbox),
    }),
    inArea(deps, area, {
      kind: 'hole',
      held: deps.holes.some,
      lies: ({ place }: PublicHole) =>
        place !== undefined && isInside([place.longitude, place.latitude], area),
    }),
  ]);
  const asOf = deps.clock().toISOString();
  const of = (access: HeldRecord['access']) =>
    listed({ all: records.all.filter((one) => one.access === access), cut: records.cut });
  const nodes = new Set([...records.all, ...holes.all].map(({ node }) => node));
  return {
    asOf,
    area: area.map(([x, y]) => [x, y]),
    open: of('open'),
    protected: of('catalogue-only'),
    holes: listed(holes),
    holeCounts: {
      byType: counted(holes.all.map(({ holeType }) => holeType)).map(([type, count]) => ({ type, count })),
      withCore: holes.all.filter(
        ({ coreKeeper, parts }) => coreKeeper !== undefined || parts.includes('boxes'),
      ).length,
      withLogs: holes.all.filter(({ parts }) => parts.includes('logs')).length,
      cut: holes.cut,
    },
    coming: comingOf(records.all, holes.all, dayOf(deps.clock())),
    ask: deps.settings.nodes
      .filter(({ code }) => nodes.has(code))
      .map(({ code, name, contact }) => ({
        node: code,
        name,
        ...(contact === undefined ? {} : { contact }),
      })),
    keepers: keepersOf(holes.all),
  };
};

const print = async (deps: AreaDeps, { query }: Call<typeof contract.printReportOfArea>) => {
  const of = contract.areaReport.parse(await report(deps, contract.ringOfArea(query.area)));
  // Fetched when something is printed: the rest is quick without it.
  const { areaPdf } = await import('@geoarchive/documents/reports/area.ts');
  return areaPdf(of, query.language, await deps.fonts());
};

const printColumn = async (deps: AreaDeps, { params, query, time }: Call<typeof printPublicHoleColumn>) => {
  const header = await loadPublicHole(deps, params.id);
  const { children } = await contentOf(deps.files, header);
  return time('print', columnPaper({ header, children }, query, deps.fonts));
};

/** What is public of an area, on screen and on paper, for whoever wants to drill there (钻前查询). */
export const areaRoutes = [
  implement(contract.reportOfArea, (deps: AreaDeps, { query, time }) =>
    time('area', report(deps, contract.ringOfArea(query.area))),
  ),
  implement(contract.printReportOfArea, print),
  implement(printPublicHoleColumn, printColumn),
];
