import type { Clock } from '@geoarchive/domain/dates.ts';
import {
  custodianFacts,
  type Fact,
  type FactKind,
  sourcedFacts,
} from '@geoarchive/domain/reporting/facts.ts';
import type { Period } from '@geoarchive/domain/reporting/period.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Row, Table } from '@geoarchive/platform/store/table.ts';
import type { DossierStore } from '../archive/dossier-store.ts';
import type { ReviewStore } from '../archive/review-store.ts';
import type { TaskStore } from '../archive/task-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { HoleStore } from '../subsurface/hole-store.ts';
import type { ChaseStore } from '../supervision/chase-store.ts';
import type { TransferStore } from '../transfers/transfer-store.ts';
import {
  caseFacts,
  chaseFacts,
  copyFacts,
  dossierFacts,
  holeFacts,
  openingFacts,
  requestFacts,
  reviewFacts,
  taskFacts,
  transferFacts,
} from './facts-of.ts';
import { changePage, holdingPage, isSameLists, type Lists, listsOf } from './holding-source.ts';
import { unitsOf } from './units.ts';

export type SourceDeps = {
  table: Table;
  clock: Clock;
  tasks: Pick<TaskStore, 'read'>;
  reviews: Pick<ReviewStore, 'read'>;
  dossiers: Pick<DossierStore, 'read'>;
  holes: Pick<HoleStore, 'read'>;
  chases: Pick<ChaseStore, 'read'>;
  cases: Pick<CaseStore, 'read'>;
  transfers: Pick<TransferStore, 'read'>;
};

type ListedKind = (typeof sourcedFacts)[number];
export type SourcedKind = ListedKind | (typeof custodianFacts)[number];
/** Where facts of a kind are found: the list of a unit's objects, and what a row of it comes to. `ofYear`: rows of a year stand in a partition of their own. */
type Source = { list: string; ofYear?: true; facts: (deps: SourceDeps, row: Row) => Fact[] };

const listed: Readonly<Record<ListedKind, Source>> = {
  task: { list: 'tasks', facts: ({ tasks }, row) => taskFacts(tasks.read(row)) },
  review: { list: 'reviews', facts: ({ reviews }, row) => reviewFacts(reviews.read(row)) },
  dossier: { list: 'dossiers', facts: ({ dossiers }, row) => dossierFacts(dossiers.read(row)) },
  hole: { list: 'holes', facts: ({ holes }, row) => holeFacts(holes.read(row)) },
  chase: { list: 'chases', facts: ({ chases }, row) => chaseFacts(chases.read(row)) },
  case: { list: 'cases', facts: ({ cases }, row) => caseFacts(cases.read(row)) },
  request: { list: 'uses', facts: ({ cases }, row) => requestFacts(cases.read(row)) },
  copy: { list: 'copies', facts: (_, row) => copyFacts(row) },
  transfer: { list: 'transfers', facts: ({ transfers }, row) => transferFacts(transfers.read(row)) },
  opening: { list: 'usage', ofYear: true, facts: (_, row) => openingFacts(row) },
};

/** The kinds of fact that can tell of a unit: figures of the others are entered there, or not measured. */
export const kindsOf = (of: Parameters<typeof unitsOf>[0], unit: string): readonly SourcedKind[] =>
  unitsOf(of).find(({ code }) => code === unit)?.kind === 'custodian' ? custodianFacts : sourcedFacts;

type Asked = {
  unit: string;
  period: Period;
  cursor: string | undefined;
  limit: number;
  /** The custodian's lists as they were when the unit was begun. */
  lists: Lists | undefined;
};
export type FactsPage = { facts: Fact[]; objects: number; cursor: string | undefined };

const listedPage = async (deps: SourceDeps, source: Source, of: Asked): Promise<FactsPage> => {
  const { rows, next } = await deps.table.query({
    ...(source.ofYear
      ? { partition: `${source.list}#${of.unit}#${of.period.to.slice(0, 4)}` }
      : { index: 'gsi1' as const, partition: `${source.list}#${of.unit}` }),
    start: fromCursor(of.cursor),
    limit: of.limit,
  });
  return {
    facts: rows.flatMap((row) => source.facts(deps, row)),
    objects: rows.length,
    cursor: toCursor(next),
  };
};

/** Whether a custodian's lists tell of a kind of fact; what is not of them is told by the unit's objects, always. */
export const isTold = (kind: FactKind, lists: Lists | undefined): boolean =>
  kind === 'holding' ? lists !== undefined : kind === 'holdingChange' ? lists?.before !== undefined : true;

/**
 * A page of a unit's facts of a kind, and where the next goes on. `stale` where the lists that it is read from are no longer those of the
 * beginning.
 */
export const factsPage = async (
  deps: SourceDeps,
  kind: SourcedKind,
  of: Asked,
): Promise<FactsPage | 'stale'> => {
  if (kind !== 'holding' && kind !== 'holdingChange') return listedPage(deps, listed[kind], of);
  if (of.lists === undefined) return { facts: [], objects: 0, cursor: undefined };
  const { unit, lists, cursor: after, limit } = of;
  const page = await (kind === 'holding' ? holdingPage : changePage)(deps, { unit, lists, after, limit });
  return isSameLists(await listsOf(deps, unit, of.period), lists) ? page : 'stale';
};
