import type { Clock } from '@geoarchive/domain/dates.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { caseStore } from '../cases/case-store.ts';
import type { JobStore } from '../jobs/job-store.ts';
import type { ReportStore } from './report-store.ts';
import { type RunStore, runStore } from './run-store.ts';

/** What the use cases of reports work with. */
export type ReportingDeps = {
  clock: Clock;
  settings: FunctionSettings;
  table: Table;
  jobs: JobStore;
  annualReports: ReportStore;
  runs: RunStore;
};

/** The stores of figures over the archive's table and bucket. */
export const reportingStores = (table: Table, clock: Clock, bucket: Pick<Bucket, 'putOnce' | 'readAll'>) => ({
  runs: runStore(table, bucket),
  cases: caseStore(table, clock),
});
