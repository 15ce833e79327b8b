import {
  type DoorTwoManifest,
  doorTwoManifest,
  signedManifest,
} from '@geoarchive/contract/release-bundle.ts';
import { arrivals } from '@geoarchive/platform/store/arrivals.ts';
import { type IngestDeps, ingestBundles } from './ingest.ts';

/** What a bundle is about, and its version of that. One of many submissions is taken in whatever else there is: its rows have versions. */
const aboutOf = (of: DoorTwoManifest): [string, number] => {
  switch (of.format) {
    case 'geoarchive-release/2':
      return [of.recordId, of.version];
    case 'geoarchive-notice/1':
      return [of.notice.id, of.notice.version];
    case 'geoarchive-submissions/1':
    // Totals that a newer bundle stands for, record by record.
    case 'geoarchive-usage/1':
      return [of.bundleId, 1];
    case 'geoarchive-hole/1':
      return [of.holeId, of.version];
    case 'geoarchive-figures/1':
      return [`figures of ${of.figures.year}`, of.figures.version];
    case 'geoarchive-grant/1':
      return [of.grant.id, of.grant.version];
  }
};

/**
 * Takes in again what came through door 2: of each record and notice the newest bundle only, so that nothing withdrawn shows in
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
    const of = doorTwoManifest.parse(JSON.parse(manifest));
    // Also of those that are not taken in again: they did come.
    await arrivals(deps.table, deps.clock).note('door-2', of.sequence);
    const [thing, version] = aboutOf(of);
    if (version > (newest.get(thing)?.version ?? 0)) newest.set(thing, { version, key });
  }
  for (const { key } of newest.values())
    await ingestBundles(deps, { id: key, receives: 1, body: { Records: [{ s3: { object: { key } } }] } });
  return newest.size;
};
