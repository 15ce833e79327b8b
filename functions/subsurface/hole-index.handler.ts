import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings } from '@geoarchive/platform/environment.ts';
import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { batchWorker } from '@geoarchive/platform/worker-handler.ts';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { snapshotWriter } from '../catalogue/search.ts';
import { holeStore } from './hole-store.ts';
import { type HoleIndexDeps, indexHoles, rebuildHoles } from './index-worker.ts';

const deps = lazy((): HoleIndexDeps => {
  const env = environment();
  const table = openTable(
    env.TABLE_NAME,
    lazy(() => documentClient(env)),
  );
  const nodes = functionSettings(env).nodes.map(({ code }) => code);
  const holes = holeStore(table, clockOf(env));
  return {
    holes: { some: holes.some, all: () => holes.all(nodes) },
    writer: snapshotWriter(
      env,
      lazy(() => s3Client(env)),
    ),
  };
});

const index = batchWorker({ deps, work: indexHoles });
const compact = jobHandler({ deps, run: ({ writer }) => writer.compact() });
const rebuild = jobHandler({ deps, run: rebuildHoles });
const job = z.object({ job: z.enum(['compact', 'rebuild']) });

/** Events come in batches; the schedule (compaction) and operators (rebuild) name a job. */
export const handler = (event: unknown, context: Context) => {
  const asked = job.safeParse(event);
  if (!asked.success) return index(event, context);
  return asked.data.job === 'compact' ? compact(event, context) : rebuild(event, context);
};
