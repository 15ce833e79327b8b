import { documentClient, kmsClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { signingKey } from '@geoarchive/platform/signing.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { dossierFiles, dossierStore } from '../archive/dossier-store.ts';
import { deliverGrant } from './deliver.ts';
import { endGrantsOf } from './ending-grants.ts';
import { grantStore } from './grant-store.ts';
import { tellUsage } from './tell-usage.ts';
import { usageStore } from './usage-store.ts';

const deps = lazy(() => {
  const env = environment();
  const clock = clockOf(env);
  const s3 = lazy(() => s3Client(env));
  const table = openTable(
    env.TABLE_NAME,
    lazy(() => documentClient(env)),
  );
  return {
    clock,
    table,
    dossiers: dossierStore(table, clock),
    dossierFiles: dossierFiles(table),
    grants: grantStore(table, clock),
    usage: usageStore(table),
    archive: openBucket(needed(env, 'BUCKET_NAME'), s3),
    delivery: openBucket(needed(env, 'DELIVERY_BUCKET_NAME'), s3),
    inbox: openBucket(needed(env, 'INBOX_BUCKET_NAME'), s3),
    releaseKey: signingKey(
      needed(env, 'RELEASE_KEY_ID'),
      lazy(() => kmsClient(env)),
    ),
    fonts: async () =>
      (await import('@geoarchive/documents/fonts.ts')).openFonts(`${needed(env, 'ASSETS_DIR')}/fonts`),
  };
});

const deliver = eventWorker({ deps, on: { GrantMoved: deliverGrant, WithdrawalOrdered: endGrantsOf } });
const usage = jobHandler({ deps, run: tellUsage });
const job = z.object({ job: z.literal('usage') });

/** Events bring grants; the clock tells once a day how often records were used. */
export const handler = (event: unknown, context: Context) =>
  job.safeParse(event).success ? usage(event, context) : deliver(event, context);
