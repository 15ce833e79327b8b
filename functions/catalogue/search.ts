import { tmpdir } from 'node:os';
import { type Environment, needed } from '@geoarchive/platform/environment.ts';
import type { S3Source } from '@geoarchive/platform/lazy-s3.ts';
import { signedFetch } from '@geoarchive/platform/signed-fetch.ts';
import { createOpenSearchEngine } from '@geoarchive/search/opensearch/engine.ts';
import { createOpenSearchWriter } from '@geoarchive/search/opensearch/writer.ts';
import type { IndexWriter, SearchEngine } from '@geoarchive/search/port.ts';
import { createSnapshotEngine } from '@geoarchive/search/snapshot/reader.ts';
import { createSnapshotWriter } from '@geoarchive/search/snapshot/writer.ts';
import * as z from 'zod';
import { indexStore } from './index-store.ts';

/** Where the catalogue's index is: in the index bucket, or in an OpenSearch domain. */
const settings = z.object({
  search: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('snapshot') }),
      z.object({ kind: z.literal('opensearch'), endpoint: z.string(), index: z.string() }),
    ])
    .default({ kind: 'snapshot' }),
});
const searchOf = (env: Environment) => settings.parse(JSON.parse(env.SETTINGS)).search;

/** An answer must fit into the gateway's 29 seconds; compaction and rebuilding into the worker's 15 minutes. */
const patience = { search: 20_000, write: 10 * 60_000 };

// Freshness and leases follow real time: a clock moved ahead and back would lock everyone out until then.
const now = () => Date.now();

/** The snapshot engine over the index bucket of this function's plane, for reading. */
export const snapshotEngine = (env: Environment, s3: S3Source): SearchEngine =>
  createSnapshotEngine({
    store: indexStore(needed(env, 'INDEX_BUCKET_NAME'), s3),
    folder: tmpdir(),
    now,
    refreshSeconds: 2,
  });
/** The same, for writing. */
export const snapshotWriter = (env: Environment, s3: S3Source): IndexWriter =>
  createSnapshotWriter({ store: indexStore(needed(env, 'INDEX_BUCKET_NAME'), s3), folder: tmpdir(), now });

/** The engine that the deployment's settings name, for reading. */
export const searchEngine = (env: Environment, s3: S3Source): SearchEngine => {
  const search = searchOf(env);
  if (search.kind === 'opensearch')
    return createOpenSearchEngine({
      ...search,
      fetch: signedFetch(env, { service: 'es', patience: patience.search }),
    });
  return snapshotEngine(env, s3);
};

/** The same, for writing. */
export const indexWriter = (env: Environment, s3: S3Source): IndexWriter => {
  const search = searchOf(env);
  if (search.kind === 'opensearch')
    return createOpenSearchWriter({
      ...search,
      fetch: signedFetch(env, { service: 'es', patience: patience.write }),
      now,
    });
  return snapshotWriter(env, s3);
};
