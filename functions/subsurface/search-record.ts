import { dayOf } from '@geoarchive/domain/dates.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { depthClassOf } from '@geoarchive/domain/subsurface/classes.ts';
import { type PartKind, partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import { SearchRecord } from '@geoarchive/search/record.ts';

/** What of a hole is looked for, the same in the archive and on the portal. */
export type Findable = {
  id: string;
  version: number;
  node: string;
  access: 'open' | 'catalogue-only';
  /** When it came in, or became public. */
  since: string;
  release?: string;
  place?: { longitude: number; latitude: number } | undefined;
  header: {
    hole: string;
    unifiedNumber?: string | undefined;
    project?: string | undefined;
    mineArea?: string | undefined;
    holeType: string;
    wellClass?: string | undefined;
    mineral?: string | undefined;
    workDegree?: string | undefined;
    industry?: string | undefined;
    basin?: string | undefined;
    block?: string | undefined;
    region?: string | undefined;
    mapSheet?: string | undefined;
    archiveNumber?: string | undefined;
    custodian?: string | undefined;
    finishedOn?: string | undefined;
    finalDepth?: number | undefined;
  };
  counts: Readonly<Partial<Record<PartKind, number>>>;
  strata: readonly string[];
  logs: readonly { curves: readonly { mnemonic: string }[] }[];
};

const some = (...texts: (string | undefined)[]): string[] => texts.filter((text) => text !== undefined);
const provinceOf = (code: string): string => provinces[`${code.slice(0, 2)}0000`]?.zh ?? code;

/** What the index knows of a hole. */
export const holeRecord = (of: Findable): SearchRecord => {
  const { header, place, logs } = of;
  const mnemonics = logs.flatMap(({ curves }) => curves.map(({ mnemonic }) => mnemonic.toUpperCase()));
  return SearchRecord.parse({
    id: of.id,
    kind: 'hole',
    version: of.version,
    access: of.access,
    node: of.node,
    archiveNumber: header.hole,
    title: some(header.hole, header.project).join(' '),
    keywords: some(header.unifiedNumber, header.mineArea, header.block, header.archiveNumber),
    abstract: of.strata.length === 0 ? undefined : of.strata.join('、').slice(0, 20_000),
    organisation: header.custodian,
    dataClass: header.holeType,
    minerals: some(header.mineral),
    regions: header.region === undefined ? [] : [{ code: header.region, name: provinceOf(header.region) }],
    workDegree: header.workDegree,
    formed: header.finishedOn,
    published: dayOf(new Date(of.since)),
    bbox:
      place === undefined ? undefined : [place.longitude, place.latitude, place.longitude, place.latitude],
    sheets: some(header.mapSheet),
    fileCount: 0,
    hole: {
      type: header.holeType,
      wellClass: header.wellClass,
      depthClass: header.finalDepth === undefined ? undefined : depthClassOf(header.finalDepth),
      industry: header.industry,
      basin: header.basin,
      block: header.block,
      release: of.release,
      parts: partKinds.filter((kind) => (of.counts[kind] ?? 0) > 0),
      curves: [...new Set(mnemonics)].slice(0, 200),
    },
  });
};
