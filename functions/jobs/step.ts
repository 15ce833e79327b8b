import type { Clock } from '@geoarchive/domain/dates.ts';
import type { JobKind } from '@geoarchive/domain/jobs.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed, type Write } from '@geoarchive/platform/store/table.ts';
import { addUp, type JobItem, type JobStore, notesKept, type Progress } from './job-store.ts';

/** Room in a step's transaction for its effect: 100 writes, less those of the job's end. */
export const effectLimit = 90;
/** How often a step is done anew because what it read was changed by somebody meanwhile. */
const freshLooks = 8;

/** What one step does: its effect, where the next goes on, what it adds to the counts. */
export type StepDone = {
  effect: Write[];
  cursor: unknown;
  done: number;
  counts: Record<string, number>;
  notes?: string[];
  finished: boolean;
};
/** The work of a kind: reads what the step needs and says what it does; it writes nothing itself. `so` is how far it is. */
export type Work<D> = (deps: D, job: JobItem, so: Progress) => Promise<StepDone>;
/**
 * Work that is done in lanes, which know nothing of each other and go on side by side: each with a message, steps and progress of its
 * own. The job is done when all of them are.
 */
export type LanedWork<D> = {
  lanes: number;
  step: (deps: D, job: JobItem, so: Progress, lane: number) => Promise<StepDone>;
};
export type Works<D> = Readonly<Record<JobKind, Work<D> | LanedWork<D>>>;
export type JobDeps = { clock: Clock; jobs: JobStore };

/** What a step throws when it cannot be done whatever one tries: shown to the owner, who may mend it and try again. */
export class CannotGoOn extends Error {
  readonly reason: Bilingual;
  readonly at: string | undefined;
  constructor(reason: Bilingual, at?: string) {
    super(reason.en);
    this.name = 'CannotGoOn';
    this.reason = reason;
    this.at = at;
  }
}

const add = (before: Progress, step: StepDone, ms: number, now: Date): Progress => ({
  step: before.step,
  cursor: step.cursor,
  done: before.done + step.done,
  counts: addUp(before.counts, step.counts),
  notes: [...before.notes, ...(step.notes ?? [])].slice(0, notesKept),
  activeMs: before.activeMs + ms,
  movedAt: now.toISOString(),
});

/** Why a job ends here, when that is the job's own fault and not the moment's. */
const failureOf = (error: unknown) => {
  if (error instanceof CannotGoOn)
    return { reason: error.reason, ...(error.at === undefined ? {} : { at: error.at }) };
  if (error instanceof Problem && error.detail !== undefined) return { reason: error.detail };
  return undefined;
};

export const fail = (deps: JobDeps, item: JobItem, failure: { reason: Bilingual; at?: string }) =>
  deps.jobs.move(item, 'fail', { worker: 'work' }, { failure, endedAt: deps.clock().toISOString() });

/** Somebody paused, called off or did the step meanwhile: there is nothing to do here any more. */
const overtaken = (error: ConditionFailed): boolean => error.at.some((at) => at < 2);

const attempt = async <D>(
  deps: JobDeps & D,
  work: Work<D>,
  item: JobItem,
  { began, lane }: Turn,
): Promise<void> => {
  const before = await deps.jobs.progressOf(item.id, lane);
  if (before.finished === true) return;
  const step = await work(deps, item, before);
  if (step.effect.length > effectLimit) throw new Error(`A step of ${item.body.kind} has too many writes`);
  const now = deps.clock();
  // Counted from the step before, whose writing is work too, but not across the wait for the turn.
  const since = Math.max(began.getTime(), Date.parse(before.movedAt));
  const after = add(before, step, Math.max(0, now.getTime() - since), now);
  await deps.jobs.commit(item, before, after, step.effect, { finished: step.finished, lane });
};

/** The turn in which a step is done: since when, and in which lane of the job, if that has any. */
export type Turn = { began: Date; lane?: number };

/** Moves a queued job on; one that runs is as it was. */
export const started = async (deps: JobDeps, item: JobItem): Promise<JobItem> =>
  item.state === 'queued' ? await deps.jobs.move(item, 'start', { worker: 'work' }) : item;

/**
 * Does the next step of a running job; false when somebody else did it, or held or ended the job. What makes it impossible for good
 * ends the job with the reason; the rest is thrown.
 */
export const takeStep = async <D>(
  deps: JobDeps & D,
  work: Work<D>,
  item: JobItem,
  turn: Turn,
): Promise<boolean> => {
  for (let look = 1; ; look += 1) {
    try {
      await attempt(deps, work, item, turn);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) {
        if (overtaken(error)) return false;
        if (look < freshLooks) continue;
      }
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      await fail(deps, item, failure);
      return true;
    }
  }
};
