import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Log } from '@geoarchive/domain/subsurface/hole.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { curveFolder, curveKey, type HoleContents, hashesOf } from './content-store.ts';
import type { HoleImports, Noted } from './hole-imports.ts';
import type { HoleItem, HoleStore } from './hole-store.ts';
import { type LooseCurves, type LooseRow, looseDays } from './loose-curves.ts';

export type SweepDeps = {
  clock: Clock;
  holes: Pick<HoleStore, 'get'>;
  contents: Pick<HoleContents, 'get'>;
  holeImports: Pick<HoleImports, 'lastOf'>;
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

/** The logs that a hole names, and those which the undoing of its last import would name again, if that can still be undone. */
const logsNamed = async (deps: SweepDeps, item: HoleItem, last: Noted): Promise<Log[]> => {
  const undoable = !last.undone && last.version === item.version ? last.before : undefined;
  const bodies = [...(item.state === 'removed' ? [] : [item.body]), ...(undoable ? [undoable] : [])];
  const contents = await Promise.all(bodies.map(({ content }) => deps.contents.get(content.sha256)));
  return contents.flatMap(({ logs }) => logs);
};

/** Removes the curves in a hole's folder that nothing can name any more; gives how many. */
const clearHole = async (deps: SweepDeps, item: HoleItem): Promise<number> => {
  const last = await deps.holeImports.lastOf(item.id);
  // Its curves came with an import that is not listed: what its undo would name is not known.
  if (last === undefined) return 0;
  const { id } = item;
  const named = new Set(hashesOf(await logsNamed(deps, item, last)).map((sha256) => curveKey(id, sha256)));
  const before = new Date(deps.clock().getTime() - (looseDays - 1) * dayMs);
  let cleared = 0;
  for await (const { key } of deps.curveBucket.list(curveFolder(id))) {
    if (named.has(key)) continue;
    if (await clearKey(deps.curveBucket, key, before)) cleared += 1;
  }
  return cleared;
};

/**
 * Removes curves of holes that an import changed, or an undo took back or set back, some weeks later, where nothing happened to the hole
 * since; one that was changed, approved, limited or withdrawn meanwhile is looked at as long after that. What a hole names stays, and what the last import replaced, since its undo would name that again. An earlier import cannot be
 * undone any more for a hole that changed after it, so what only it named goes. Gives how many curves were cleared away.
 * Throws at the end what went wrong with some of them: they are looked at again, and keep no other waiting.
 */
export const sweepCurves = async (deps: SweepDeps): Promise<number> => {
  let cleared = 0;
  const errors: unknown[] = [];
  for (const row of await deps.looseCurves.due(perRun)) {
    const before = errors.length;
    const again: LooseRow['holes'] = [];
    await inParallel(row.holes, holesAtOnce, async ({ id, version }) => {
      try {
        const item = await deps.holes.get(id);
        // A table restored to before that change may name what the hole does not name now.
        if (item !== undefined && item.version !== version) again.push({ id, version: item.version });
        else if (item !== undefined) cleared += await clearHole(deps, item);
      } catch (error) {
        errors.push(error);
      }
    });
    if (errors.length === before) await deps.looseCurves.forget(row, again);
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `Curves of ${errors.length} holes could not be removed`);
  return cleared;
};
