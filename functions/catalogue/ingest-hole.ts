import { createHash } from 'node:crypto';
import type { HoleManifest } from '@geoarchive/contract/release-bundle.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { clearOlderHoles, contentKeyOf, curveKeyOf, type PublicHoleStore } from './hole-store.ts';

type Deps = { holes: PublicHoleStore; inbox: Bucket; files: Bucket };
const copiedAtOnce = 8;
const hex = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Takes in what door 2 brings of a hole: its children and curves first, so that whoever sees it can read them. */
export const ingestHole = async (deps: Deps, manifest: HoleManifest): Promise<void> => {
  const { holeId, version } = manifest;
  if (manifest.op === 'remove') await deps.holes.remove(holeId, version);
  else if ((await deps.holes.version(holeId)) < version) {
    const content = await deps.inbox.readAll(manifest.content.key);
    if (content === undefined || hex(content) !== manifest.content.sha256)
      throw new Error(`${manifest.content.key} is not what its bundle says`);
    await deps.files.put(contentKeyOf(holeId, version), content);
    await inParallel(manifest.curves, copiedAtOnce, ({ key, sha256 }) =>
      deps.files.copyBlind({ bucket: deps.inbox.name, key }, curveKeyOf(holeId, version, sha256)),
    );
    await deps.holes.publish(manifest.hole);
  }
  await clearOlderHoles(deps.files, holeId, version);
};
