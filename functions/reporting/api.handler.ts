import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { caseStore } from '../cases/case-store.ts';
import { jobStore } from '../jobs/job-store.ts';
import { correctingRoutes } from './correcting.ts';
import { evaluationStore } from './evaluation-store.ts';
import { type EvaluationDeps, evaluationRoutes } from './evaluations.ts';
import { movingRoutes } from './moving.ts';
import { openingRoutes } from './opening.ts';
import { reportStore } from './report-store.ts';
import { reportRoutes } from './reports.ts';
import { runStore } from './run-store.ts';
import { savingRoutes } from './saving.ts';

export const handler = apiHandler({
  deps: (): EvaluationDeps => {
    const env = environment();
    const clock = clockOf(env);
    const s3 = lazy(() => s3Client(env));
    const table = openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    );
    return {
      ...{ clock, table, settings: functionSettings(env), jobs: jobStore(table, clock) },
      annualReports: reportStore(table, clock),
      evaluations: evaluationStore(table, clock),
      cases: caseStore(table, clock),
      runs: runStore(table, openBucket(needed(env, 'BUCKET_NAME'), s3)),
    };
  },
  implementations: [
    ...reportRoutes,
    ...savingRoutes,
    ...movingRoutes,
    ...openingRoutes,
    ...evaluationRoutes,
    ...correctingRoutes,
  ],
  tableName: () => environment().TABLE_NAME,
});
