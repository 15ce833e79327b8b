import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { batchWorker } from '@geoarchive/platform/worker-handler.ts';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { publicHoleStore } from './hole-store.ts';
import { type IndexDeps, indexBatch, rebuildIndex } from './index-worker.ts';
import { recordStore } from './record-store.ts';
import { indexWriter } from './search.ts';

const deps = lazy((): IndexDeps => {
  const env = environment();
  const clock = clockOf(env);
  const table = openTable(
    env.TABLE_NAME,
    lazy(() => documentClient(env)),
  );
  return {
    records: recordStore(table, clock),
    holes: publicHoleStore(table, clock),
    writer: indexWriter(
      env,
      lazy(() => s3Client(env)),
    ),
  };
});

const index = batchWorker({ deps, work: indexBatch });
const compact = jobHandler({ deps, run: ({ writer }) => writer.compact() });
const rebuild = jobHandler({ deps, run: rebuildIndex });
const job = z.object({ job: z.enum(['compact', 'rebuild']) });

/** Events come in batches; the schedule (compaction) and operators (rebuild) name a job. */
export const handler = (event: unknown, context: Context) => {
  const asked = job.safeParse(event);
  if (!asked.success) return index(event, context);
  return asked.data.job === 'compact' ? compact(event, context) : rebuild(event, context);
};
