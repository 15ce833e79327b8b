import type { Fact } from '@geoarchive/domain/reporting/facts.ts';
import { custodianFacts, sourcedFacts } from '@geoarchive/domain/reporting/facts.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Row, Table } from '@geoarchive/platform/store/table.ts';
import type { DossierStore } from '../archive/dossier-store.ts';
import type { ReviewStore } from '../archive/review-store.ts';
import type { TaskStore } from '../archive/task-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { HoleStore } from '../subsurface/hole-store.ts';
import type { ChaseStore } from '../supervision/chase-store.ts';
import {
  caseFacts,
  chaseFacts,
  dossierFacts,
  holeFacts,
  openingFacts,
  requestFacts,
  reviewFacts,
  taskFacts,
} from './facts-of.ts';
import { unitsOf } from './units.ts';

export type SourceDeps = {
  table: Table;
  tasks: Pick<TaskStore, 'read'>;
  reviews: Pick<ReviewStore, 'read'>;
  dossiers: Pick<DossierStore, 'read'>;
  holes: Pick<HoleStore, 'read'>;
  chases: Pick<ChaseStore, 'read'>;
  cases: Pick<CaseStore, 'read'>;
};

/** Where facts of a kind are found: the list of a unit's objects, and what a row of it comes to. `ofYear`: rows of a year stand in a partition of their own. */
type Source = { list: string; ofYear?: true; facts: (deps: SourceDeps, row: Row) => Fact[] };
export type SourcedKind = (typeof sourcedFacts)[number];

const sources: Readonly<Record<SourcedKind, Source>> = {
  task: { list: 'tasks', facts: ({ tasks }, row) => taskFacts(tasks.read(row)) },
  review: { list: 'reviews', facts: ({ reviews }, row) => reviewFacts(reviews.read(row)) },
  dossier: { list: 'dossiers', facts: ({ dossiers }, row) => dossierFacts(dossiers.read(row)) },
  hole: { list: 'holes', facts: ({ holes }, row) => holeFacts(holes.read(row)) },
  chase: { list: 'chases', facts: ({ chases }, row) => chaseFacts(chases.read(row)) },
  case: { list: 'cases', facts: ({ cases }, row) => caseFacts(cases.read(row)) },
  request: { list: 'uses', facts: ({ cases }, row) => requestFacts(cases.read(row)) },
  opening: { list: 'usage', ofYear: true, facts: (_, row) => openingFacts(row) },
};

/** The kinds of fact that tell of a unit: figures of the others are entered there, or not measured. */
export const kindsOf = (of: Parameters<typeof unitsOf>[0], unit: string): readonly SourcedKind[] =>
  unitsOf(of).find(({ code }) => code === unit)?.kind === 'custodian' ? custodianFacts : sourcedFacts;

/** A page of a unit's facts of a kind, and where the next goes on. */
export const factsPage = async (
  deps: SourceDeps,
  of: { kind: SourcedKind; unit: string; year: string; cursor: string | undefined; limit: number },
): Promise<{ facts: Fact[]; objects: number; cursor: string | undefined }> => {
  const source = sources[of.kind];
  const { rows, next } = await deps.table.query({
    ...(source.ofYear
      ? { partition: `${source.list}#${of.unit}#${of.year}` }
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
