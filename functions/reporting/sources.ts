import type { Fact, sourcedFacts } from '@geoarchive/domain/reporting/facts.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Row, Table } from '@geoarchive/platform/store/table.ts';
import type { DossierStore } from '../archive/dossier-store.ts';
import type { ReviewStore } from '../archive/review-store.ts';
import type { TaskStore } from '../archive/task-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { HoleStore } from '../subsurface/hole-store.ts';
import type { ChaseStore } from '../supervision/chase-store.ts';
import { caseFacts, chaseFacts, dossierFacts, holeFacts, reviewFacts, taskFacts } from './facts-of.ts';

export type SourceDeps = {
  table: Table;
  tasks: Pick<TaskStore, 'read'>;
  reviews: Pick<ReviewStore, 'read'>;
  dossiers: Pick<DossierStore, 'read'>;
  holes: Pick<HoleStore, 'read'>;
  chases: Pick<ChaseStore, 'read'>;
  cases: Pick<CaseStore, 'read'>;
};

/** Where facts of a kind are found: the list of a unit's objects, and what a row of it comes to. */
type Source = { list: string; facts: (deps: SourceDeps, row: Row) => Fact[] };

const sources = {
  task: { list: 'tasks', facts: ({ tasks }, row) => taskFacts(tasks.read(row)) },
  review: { list: 'reviews', facts: ({ reviews }, row) => reviewFacts(reviews.read(row)) },
  dossier: { list: 'dossiers', facts: ({ dossiers }, row) => dossierFacts(dossiers.read(row)) },
  hole: { list: 'holes', facts: ({ holes }, row) => holeFacts(holes.read(row)) },
  chase: { list: 'chases', facts: ({ chases }, row) => chaseFacts(chases.read(row)) },
  case: { list: 'cases', facts: ({ cases }, row) => caseFacts(cases.read(row)) },
} as const satisfies Record<(typeof sourcedFacts)[number], Source>;
export type SourcedKind = keyof typeof sources;

/** A page of a unit's facts of a kind, and where the next goes on. */
export const factsPage = async (
  deps: SourceDeps,
  of: { kind: SourcedKind; unit: string; cursor: string | undefined; limit: number },
): Promise<{ facts: Fact[]; objects: number; cursor: string | undefined }> => {
  const source: Source = sources[of.kind];
  const { rows, next } = await deps.table.query({
    index: 'gsi1',
    partition: `${source.list}#${of.unit}`,
    start: fromCursor(of.cursor),
    limit: of.limit,
  });
  return {
    facts: rows.flatMap((row) => source.facts(deps, row)),
    objects: rows.length,
    cursor: toCursor(next),
  };
};
