import { documentClient, kmsClient, sqsClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { signedByOneOf } from '@geoarchive/platform/signers.ts';
import { signingKey } from '@geoarchive/platform/signing.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { tellMissing } from '@geoarchive/platform/tell-missing.ts';
import { messageWorker } from '@geoarchive/platform/worker-handler.ts';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { heldGrants } from '../delivery/grant-store.ts';
import { sweepDelivery } from '../delivery/sweep.ts';
import { figureStore } from './figure-store.ts';
import { publicHoleStore } from './hole-store.ts';
import { type IngestDeps, ingestBundles } from './ingest.ts';
import { publicNoticeStore } from './notice-store.ts';
import { recordStore } from './record-store.ts';
import { replayBundles } from './replay.ts';
import { submissionStore } from './submission-store.ts';

const settings = z.object({ carrier: z.object({ signers: z.array(z.string()) }).default({ signers: [] }) });

const deps = lazy((): IngestDeps => {
  const env = environment();
  const s3 = lazy(() => s3Client(env));
  const clock = clockOf(env);
  const table = openTable(
    env.TABLE_NAME,
    lazy(() => documentClient(env)),
  );
  return {
    table,
    clock,
    records: recordStore(table, clock),
    holes: publicHoleStore(table, clock),
    notices: publicNoticeStore(table, clock),
    submissions: submissionStore(table),
    figures: figureStore(table, clock),
    ingests: openQueue(
      needed(env, 'INGEST_QUEUE_URL'),
      lazy(() => sqsClient(env)),
    ),
    held: heldGrants(table, clock),
    delivery: openBucket(needed(env, 'DELIVERY_BUCKET_NAME'), s3),
    inbox: openBucket(needed(env, 'INBOX_BUCKET_NAME'), s3),
    files: openBucket(needed(env, 'BUCKET_NAME'), s3),
    releaseKey: signingKey(
      needed(env, 'RELEASE_KEY_ID'),
      lazy(() => kmsClient(env)),
    ),
    signers: signedByOneOf(settings.parse(JSON.parse(env.SETTINGS)).carrier.signers),
  };
});

const ingest = messageWorker({ deps, work: ingestBundles });
const replay = jobHandler({ deps, run: replayBundles });
const arrived = jobHandler({
  deps,
  run: async (of) => ({ missing: await tellMissing(of), swept: await sweepDelivery(of) }),
});
const job = z.object({ job: z.enum(['replay', 'arrivals']) });

/** The door's queue brings bundles; the clock looks for missing ones and for what ended grants left; operators ask for a replay (docs/operators/rebuild.md). */
export const handler = (event: unknown, context: Context) => {
  const asked = job.safeParse(event);
  if (!asked.success) return ingest(event, context);
  return asked.data.job === 'replay' ? replay(event, context) : arrived(event, context);
};
