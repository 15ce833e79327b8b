import { createHash } from 'node:crypto';
import { type DoorTwoManifest, doorTwoManifest } from '@geoarchive/contract/release-bundle.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';

export type DoorTwo = { inbox: Pick<Bucket, 'put'>; releaseKey: Pick<SigningKey, 'sign'> };

/** The counter of everything that goes through door 2: what is missing on the other side shows. */
export const doorTwoSeries = 'release-bundle';

export const hex = (data: string): string => createHash('sha256').update(data).digest('hex');

/** Signs a manifest and drops it with the portal; of a bundle it is what is written last. */
export const sendThrough = async (deps: DoorTwo, manifest: DoorTwoManifest): Promise<void> => {
  const text = JSON.stringify(doorTwoManifest.parse(manifest));
  const signature = await deps.releaseKey.sign(hex(text));
  await deps.inbox.put(
    `bundles/${manifest.bundleId}/manifest.json`,
    JSON.stringify({ manifest: text, signature }),
  );
};
