import type { Clock } from '@geoarchive/domain/dates.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { SearchEngine } from '@geoarchive/search/port.ts';
import type { DossierStore } from '../archive/dossier-store.ts';
import type { JobStore } from '../jobs/job-store.ts';
import { type HoleContents, holeContents } from './content-store.ts';
import { type HoleBatches, holeBatches } from './hole-batches.ts';
import { type HoleExports, holeExports } from './hole-exports.ts';
import { type HoleImports, holeImports } from './hole-imports.ts';
import { type HoleStore, holeStore } from './hole-store.ts';
import { type LooseCurves, looseCurves } from './loose-curves.ts';

/** What the use cases of holes work with. */
export type SubsurfaceDeps = {
  clock: Clock;
  settings: FunctionSettings;
  table: Table;
  jobs: JobStore;
  dossiers: Pick<DossierStore, 'get'>;
  holes: HoleStore;
  holeBatches: HoleBatches;
  holeImports: HoleImports;
  holeExports: HoleExports;
  contents: HoleContents;
  looseCurves: LooseCurves;
};
/** With the index of holes, for those that look things up. */
export type LookingDeps = SubsurfaceDeps & { engine: SearchEngine };

/** The stores of holes over the archive's table and bucket. */
export const holeStores = (
  table: Table,
  clock: Clock,
  bucket: Pick<Bucket, 'name' | 'put' | 'putOnce' | 'readAll' | 'head' | 'copyBlind'>,
) => ({
  holes: holeStore(table, clock),
  holeBatches: holeBatches(table, clock, bucket),
  holeImports: holeImports(table),
  holeExports: holeExports(table, clock, bucket),
  contents: holeContents(bucket),
  looseCurves: looseCurves(table, clock),
});
