import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Log } from '@geoarchive/domain/subsurface/hole.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { curveFolder, curveKey, type HoleContents, hashesOf } from './content-store.ts';
import type { HoleImports } from './hole-imports.ts';
import type { HoleItem, HoleStore } from './hole-store.ts';
import { type LooseCurves, type LooseRow, looseDays } from './loose-curves.ts';

export type SweepDeps = {
  clock: Clock;
  holes: Pick<HoleStore, 'get'>;
  contents: Pick<HoleContents, 'get'>;
  holeImports: Pick<HoleImports, 'noted'>;
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

/** The logs that a hole names, and those which the undoing of the import that made this version of it would name again. */
const logsNamed = async (deps: SweepDeps, item: HoleItem, importId: string | undefined): Promise<Log[]> => {
  const noted = importId === undefined ? undefined : await deps.holeImports.noted(importId, item.id);
  const bodies = [...(item.state === 'removed' ? [] : [item.body]), ...(noted?.before ? [noted.before] : [])];
  const contents = await Promise.all(bodies.map(({ content }) => deps.contents.get(content.sha256)));
  return contents.flatMap(({ logs }) => logs);
};

/** Removes the curves in a hole's folder that nothing can name any more; gives how many. */
const clearHole = async (
  deps: SweepDeps,
  { id, version, importId }: LooseRow['holes'][number],
): Promise<number> => {
  const item = await deps.holes.get(id);
  // Changed since: an import has noted it anew, and the undoing of that may name again what the hole does not name now.
  if (item === undefined || item.version !== version) return 0;
  const named = new Set(
    hashesOf(await logsNamed(deps, item, importId)).map((sha256) => curveKey(id, sha256)),
  );
  const before = new Date(deps.clock().getTime() - (looseDays - 1) * dayMs);
  let cleared = 0;
  for await (const { key } of deps.curveBucket.list(curveFolder(id))) {
    if (named.has(key)) continue;
    if (await clearKey(deps.curveBucket, key, before)) cleared += 1;
  }
  return cleared;
};

/**
 * Removes curves of holes that an import changed, or an undo took back or set back, some days later, where nothing happened to the hole
 * since. What a hole names stays, and what the last import replaced, since its undo would name that again. An earlier import cannot be
 * undone any more for a hole that changed after it, so what only it named goes. Gives how many curves were cleared away.
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
