import { releaseManifest, signedManifest } from '@geoarchive/contract/release-bundle.ts';
import { arrivals } from '@geoarchive/platform/store/arrivals.ts';
import { type IngestDeps, ingestBundles } from './ingest.ts';

/**
 * Takes in again what came through door 2: of each record the newest bundle only, so that nothing withdrawn shows in
 * between. The bundles stay in the inbox, so the portal can be rebuilt from nothing without the archive.
 */
export const replayBundles = async (deps: IngestDeps): Promise<number> => {
  const newest = new Map<string, { version: number; key: string }>();
  for await (const { key } of deps.inbox.list('bundles/')) {
    if (!key.endsWith('/manifest.json')) continue;
    const bytes = await deps.inbox.readAll(key);
    if (bytes === undefined) continue;
    // Signatures are proven when a bundle is taken in.
    const { manifest } = signedManifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    const { recordId, version, sequence } = releaseManifest.parse(JSON.parse(manifest));
    // Also of those that are not taken in again: they did come.
    await arrivals(deps.table, deps.clock).note('door-2', sequence);
    if (version > (newest.get(recordId)?.version ?? 0)) newest.set(recordId, { version, key });
  }
  for (const { key } of newest.values())
    await ingestBundles(deps, { id: key, receives: 1, body: { Records: [{ s3: { object: { key } } }] } });
  return newest.size;
};
