import type { EventData } from '@geoarchive/contract/events.ts';
import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { HoleManifest } from '@geoarchive/contract/release-bundle.ts';
import { noChildren, partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import { defaultPublicStep, roundedTo } from '@geoarchive/domain/subsurface/release.ts';
import { childKinds } from '@geoarchive/domain/subsurface/tables.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { type DoorTwo, doorTwoSeries, sendThrough } from '../archive/door-two.ts';
import { curveKey, hashesOf, sha256Of, sharedCurveKey } from './content-store.ts';
import type { SubsurfaceDeps } from './deps.ts';
import type { HoleItem } from './hole-store.ts';
import { barsOfHole } from './views.ts';

export type HoleSendDeps = Pick<
  SubsurfaceDeps,
  'clock' | 'settings' | 'table' | 'holes' | 'contents' | 'dossiers'
> &
  DoorTwo & { archive: Pick<Bucket, 'name'>; inbox: Pick<Bucket, 'put' | 'copyBlind'> };

/** Curves copied at once. */
const copiedAtOnce = 8;

/** The children that were released, and nothing of the others. */
const releasedOf = (item: HoleItem, all: HoleContent): HoleContent => {
  const open = new Set<string>(item.body.releasedParts);
  const kinds = childKinds.map((kind) => [kind, open.has(kind) ? all.children[kind] : noChildren[kind]]);
  return {
    // Key by key the same kinds as were there.
    children: Object.fromEntries(kinds) as HoleContent['children'],
    logs: open.has('logs') ? all.logs : [],
    attachments: [],
  };
};

/** A hole as everybody may see it: the place rounded to the deployment's step, of children what was released. */
const outside = (deps: HoleSendDeps, item: HoleItem, content: HoleContent): PublicHole => {
  const { header, place, node, counts, releasedParts, strata, logs, releaseVersion } = item.body;
  const step = deps.settings.holes?.publicStep ?? defaultPublicStep;
  const open = new Set<string>(releasedParts);
  const { hole, unifiedNumber, project, mineArea, holeType, wellClass, wellShape, mineral } = header;
  const { workDegree, industry, basin, region, mapSheet, startedOn, finishedOn, finalDepth } = header;
  const { dip, azimuth, status, archiveNumber, custodian, coreKeeper, protectedUntil } = header;
  return {
    ...{ id: item.id, version: releaseVersion, node, hole, unifiedNumber, project, mineArea, holeType },
    ...{ wellClass, wellShape, mineral, workDegree, industry, basin, region, mapSheet, startedOn },
    ...{ finishedOn, finalDepth, dip, azimuth, status, archiveNumber, custodian, coreKeeper },
    protectedUntil,
    ...(place && {
      place: {
        longitude: roundedTo(step, place.longitude),
        latitude: roundedTo(step, place.latitude),
        step,
      },
    }),
    publishedAt: item.body.releasedAt ?? deps.clock().toISOString(),
    access: releasedParts.length > 0 ? 'open' : 'catalogue-only',
    parts: releasedParts,
    // What was not released is not even counted outside.
    counts: {
      ...counts,
      ...Object.fromEntries(partKinds.flatMap((kind) => (open.has(kind) ? [] : [[kind, 0]]))),
    },
    logs: open.has('logs') ? logs : [],
    // Names of strata and rocks tell what the layers say.
    strata: open.has('layers') || open.has('tops') ? strataOf(content, strata) : [],
  };
};

const strataOf = ({ children }: HoleContent, all: readonly string[]): string[] => {
  const said = new Set<string | undefined>([
    ...children.layers.flatMap(({ stratum, rock }) => [stratum, rock]),
    ...children.tops.map(({ stratum }) => stratum),
  ]);
  return all.filter((word) => said.has(word));
};

const finish = async (
  deps: HoleSendDeps,
  item: HoleItem,
  move: 'publish' | 'remove',
  body: HoleItem['body'],
  manifest: (sequence: number) => HoleManifest,
): Promise<void> => {
  const once = async (): Promise<void> => {
    const next = await nextNumber(deps.table, doorTwoSeries);
    const sent = manifest(next.value);
    await sendThrough(deps, sent);
    await deps.holes.move(item, move, body, {
      action: `hole.${move}`,
      by: { worker: 'release' },
      detail: { bundleId: sent.bundleId, sequence: next.value },
      events: [
        {
          type: 'HoleMoved',
          data: { holeId: item.id, state: move === 'publish' ? 'released' : 'withdrawn' },
        },
      ],
      with: [next.take],
    });
  };
  await againWhenRaced(once).catch((error: unknown) => {
    // A twin of this message finished it; the portal takes a version once, whichever bundle comes first.
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
  });
};

const publish = async (deps: HoleSendDeps, item: HoleItem, bundleId: string): Promise<void> => {
  // The law's bars are read once more: days go by between an approval and its bundle.
  const bars = await barsOfHole(deps, item);
  if ([bars.header, ...item.body.releasedParts.map((part) => bars.parts[part] ?? [])].flat().length > 0)
    throw new Error(`Hole ${item.id} may not be released any more`);
  const content = releasedOf(item, await deps.contents.get(item.body.content.sha256));
  const text = JSON.stringify(content);
  const folder = `bundles/${bundleId}`;
  const named = { key: `${folder}/content.json`, sha256: sha256Of(text) };
  await deps.inbox.put(named.key, text);
  const curves = [...new Set(hashesOf(content.logs))].map((sha256) => ({
    sha256,
    key: `${folder}/curves/${sha256}.f64.gz`,
  }));
  const copy = (from: string, key: string) =>
    deps.inbox.copyBlind({ bucket: deps.archive.name, key: from }, key);
  await inParallel(curves, copiedAtOnce, ({ sha256, key }) =>
    // Who may not list a bucket is not told that an object is not there: whatever failed, the older place is tried, and its failure counts.
    copy(curveKey(item.id, sha256), key).catch(() => copy(sharedCurveKey(sha256), key)),
  );
  const { bundleId: _, ...rest } = item.body;
  const body = { ...rest, releasedAt: rest.releasedAt ?? deps.clock().toISOString() };
  await finish(deps, item, 'publish', body, (sequence) => ({
    format: 'geoarchive-hole/1',
    op: 'publish',
    ...{ bundleId, sequence, holeId: item.id, version: body.releaseVersion, content: named, curves },
    hole: outside(deps, { ...item, body }, content),
  }));
};

const remove = async (deps: HoleSendDeps, item: HoleItem, bundleId: string): Promise<void> => {
  const { bundleId: _b, releasedAt: _r, ...rest } = item.body;
  await finish(deps, item, 'remove', { ...rest, releasedParts: [] }, (sequence) => ({
    format: 'geoarchive-hole/1',
    op: 'remove',
    ...{ bundleId, sequence, holeId: item.id, version: rest.releaseVersion },
  }));
};

/** Door 2 for holes: sends one that was approved, or the order to take one down, in a signed bundle into the portal's inbox. */
export const sendHole = async (deps: HoleSendDeps, { holeId }: EventData<'HoleMoved'>): Promise<void> => {
  const item = await deps.holes.get(holeId);
  const bundleId = item?.body.bundleId;
  if (item === undefined || bundleId === undefined) return;
  if (item.state === 'releasing') await publish(deps, item, bundleId);
  else if (item.state === 'withdrawing') await remove(deps, item, bundleId);
};
