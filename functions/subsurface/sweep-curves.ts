import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { curveFolder, curveKey, type HoleContents, hashesOf } from './content-store.ts';
import type { HoleStore } from './hole-store.ts';
import { type LooseCurves, type LooseRow, looseDays } from './loose-curves.ts';

export type SweepDeps = {
  clock: Clock;
  holes: Pick<HoleStore, 'get'>;
  contents: Pick<HoleContents, 'get'>;
  looseCurves: Pick<LooseCurves, 'due' | 'forget'>;
  curveBucket: Pick<Bucket, 'list' | 'head' | 'removeVersion'>;
};

/** Rows of a run, each some holes: what is over waits for the next day. */
const perRun = 200;
const holesAtOnce = 8;
const dayMs = 24 * 3600 * 1000;

/** Removes what lies under a key, version by version, unless it came lately; says whether all of it is gone. */
const clearKey = async (bucket: SweepDeps['curveBucket'], key: string, before: Date): Promise<boolean> => {
  for (;;) {
    const found = await bucket.head(key);
    if (found === undefined) return true;
    // By its version: a copy that an import makes at this moment is another, and stays.
    const { versionId, modified } = found;
    if (versionId === undefined || modified === undefined || modified >= before) return false;
    await bucket.removeVersion(key, versionId);
  }
};

/** Removes the curves in a hole's folder that the hole does not name; gives how many. */
const clearHole = async (deps: SweepDeps, { id, version }: LooseRow['holes'][number]): Promise<number> => {
  const item = await deps.holes.get(id);
  // Changed since: the undoing of that change may name again what the hole does not name now.
  if (item === undefined || item.version !== version) return 0;
  const logs = item.state === 'removed' ? [] : (await deps.contents.get(item.body.content.sha256)).logs;
  const named = new Set(hashesOf(logs).map((sha256) => curveKey(id, sha256)));
  const before = new Date(deps.clock().getTime() - (looseDays - 1) * dayMs);
  let cleared = 0;
  for await (const { key } of deps.curveBucket.list(curveFolder(id))) {
    if (named.has(key)) continue;
    if (await clearKey(deps.curveBucket, key, before)) cleared += 1;
  }
  return cleared;
};

/**
 * Removes curves of holes that an undo took back or set back, some days later, where nothing happened to the hole since. What a hole names
 * stays, and so do curves that earlier imports replaced, since their undo would name them again. Gives how many curves were cleared away.
 * Throws at the end what went wrong with some of them: they are looked at again, and keep no other waiting.
 */
export const sweepCurves = async (deps: SweepDeps): Promise<number> => {
  let cleared = 0;
  const errors: unknown[] = [];
  for (const row of await deps.looseCurves.due(perRun)) {
    const before = errors.length;
    await inParallel(row.holes, holesAtOnce, async (hole) => {
      try {
        cleared += await clearHole(deps, hole);
      } catch (error) {
        errors.push(error);
      }
    });
    if (errors.length === before) await deps.looseCurves.forget(row);
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `Curves of ${errors.length} holes could not be removed`);
  return cleared;
};
