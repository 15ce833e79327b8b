import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Queue } from '@geoarchive/platform/queue.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { logger } from '@geoarchive/platform/telemetry.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import { ulid } from 'ulid';
import * as z from 'zod';
import type { JobItem } from './job-store.ts';
import { fail, type JobDeps, started, type Turn, takeStep, type Work, type Works } from './step.ts';
import type { TurnStore } from './turns.ts';

export type WorkDeps<D> = JobDeps & D & { turns: TurnStore; queue: Queue; works: Works<D> };

/** Steps of a turn; then the others come. Few enough that nobody waits long, enough that the queue costs little beside the work. */
const stepsPerTurn = 20;
/** So long a turn begins further steps: it ends well within the function's time, and a crash costs no more than the queue's patience. */
const turnMs = 10_000;
/** The try at which an error that nobody foresaw ends its job, so that it does not hold up the owner's others. */
const lastTry = 3;

const turn = z.object({ owner: z.string(), ticket: z.string() });
const laneTurn = z.object({ job: z.string(), lane: z.number() });

const unforeseen = {
  zh: '处理时系统出错，已记录。已完成的部分有效，可从中断处重试；如仍出错，请联系管理员。',
  en: 'Something broke on our side; it is logged. What was done stays done: try again from there, or ask the operator.',
};

/** Whoever held, called off or started the job in the same instant was quicker: look again. */
const raced = (error: unknown): boolean =>
  error instanceof Problem && (error.kind === 'stale' || error.kind === 'wrong-state');

/** A step of a job; false when there is nothing more to do here. */
const step = async <D>(
  deps: WorkDeps<D>,
  work: Work<D>,
  item: JobItem,
  of: Turn,
  receives: number,
): Promise<boolean> => {
  try {
    return await takeStep(deps, work, await started(deps, item), of);
  } catch (error) {
    if (raced(error)) return false;
    if (receives < lastTry) throw error;
    logger().error('job failed', { jobId: item.id, error: error instanceof Error ? error : String(error) });
    const now = await deps.jobs.get(item.id);
    if (now !== undefined && isUnderWay(now.state)) await fail(deps, now, { reason: unforeseen });
    return true;
  }
};

/** Whether the lanes of this job go on by themselves, so that its owner's turn has nothing to do for it. */
const isSentOut = async <D>({ jobs }: WorkDeps<D>, item: JobItem): Promise<boolean> =>
  (await jobs.progressOf(item.id)).sentAt === item.version;

/**
 * Sends a message for each lane, and then notes that they were sent: after a crash in between they are sent again, and of two messages
 * of a lane one gives up as soon as the other was quicker. A job that was held and goes on has another version: its lanes are sent anew.
 */
const sendOut = async <D>(deps: WorkDeps<D>, queued: JobItem, lanes: number): Promise<void> => {
  try {
    const item = await started(deps, queued);
    const before = await deps.jobs.progressOf(item.id);
    if (before.sentAt === item.version) return;
    await deps.queue.send(
      Array.from({ length: lanes }, (_, lane) => ({ body: { job: item.id, lane }, group: item.body.owner })),
    );
    await deps.jobs.sentOut(item, before, lanes);
  } catch (error) {
    if (!raced(error) && !(error instanceof ConditionFailed)) throw error;
  }
};

/** The owner's next job, when there is something for a turn to do. */
const nextForTurn = async <D>(deps: WorkDeps<D>, owner: string): Promise<JobItem | undefined> => {
  const item = await deps.jobs.nextOf(owner);
  return item === undefined || (await isSentOut(deps, item)) ? undefined : item;
};

const takeTurn = async <D>(
  deps: WorkDeps<D>,
  owner: string,
  ticket: string,
  receives: number,
): Promise<void> => {
  const began = deps.clock();
  const until = began.getTime() + turnMs;
  for (let steps = 0; steps < stepsPerTurn && deps.clock().getTime() < until; steps += 1) {
    const item = await nextForTurn(deps, owner);
    if (item !== undefined) {
      const work = deps.works[item.body.kind];
      if (typeof work === 'function') await step(deps, work, item, { began }, receives);
      else await sendOut(deps, item, work.lanes);
      continue;
    }
    await deps.turns.end(owner, ticket);
    // A job queued just before the end found a turn under way and left its work to it.
    if ((await nextForTurn(deps, owner)) === undefined || !(await deps.turns.begin(owner, ticket))) return;
  }
  await deps.queue.send([{ body: { owner, ticket }, group: owner }]);
};

/** Lets the owner's next job begin, once the lanes of the one before it have ended. */
const wake = async <D>(deps: WorkDeps<D>, owner: string): Promise<void> => {
  if ((await nextForTurn(deps, owner)) === undefined) return;
  const ticket = ulid(deps.clock().getTime());
  if (await deps.turns.begin(owner, ticket))
    await deps.queue.send([{ body: { owner, ticket }, group: owner }]);
};

/** Ends the job when nothing is left in any lane; the last lane to end finds that. */
const finishIfWhole = async <D>(deps: WorkDeps<D>, item: JobItem, lanes: number): Promise<void> => {
  const before = await deps.jobs.progressOf(item.id);
  if (!(await deps.jobs.lanesOf(item.id, lanes)).every(({ finished }) => finished === true)) return;
  try {
    await deps.jobs.finish(item, before);
  } catch (error) {
    // Another lane that ended in the same instant did it, or somebody held the job.
    if (!raced(error) && !(error instanceof ConditionFailed)) throw error;
  }
};

/** Some steps of a lane, until others have their turn. It ends with its job, and lets the owner's next one begin. */
const takeLaneTurn = async <D>(
  deps: WorkDeps<D>,
  { job, lane }: z.infer<typeof laneTurn>,
  receives: number,
): Promise<void> => {
  const began = deps.clock();
  const until = began.getTime() + turnMs;
  for (let steps = 0; steps < stepsPerTurn && deps.clock().getTime() < until; steps += 1) {
    const item = await deps.jobs.get(job);
    if (item === undefined) return;
    const work = deps.works[item.body.kind];
    if (item.state !== 'running' || typeof work === 'function') return wake(deps, item.body.owner);
    if ((await deps.jobs.progressOf(job, lane)).finished === true) {
      await finishIfWhole(deps, item, work.lanes);
      return wake(deps, item.body.owner);
    }
    const ofLane: Work<D> = (all, of, so) => work.step(all, of, so, lane);
    if (!(await step(deps, ofLane, item, { began, lane }, receives))) {
      const now = await deps.jobs.get(job);
      // Held, or ended: looked at once more above. Else another message has this lane.
      if (now?.state === 'running' && now.version === item.version) return;
    }
  }
  const item = await deps.jobs.get(job);
  await deps.queue.send([{ body: { job, lane }, group: item?.body.owner ?? job }]);
};

/** A job was queued: its owner's turn begins, unless one is under way that will come to it. */
export const beginTurn = async <D>(
  deps: WorkDeps<D>,
  { owner }: { owner: string },
  event: { id: string; receives: number },
): Promise<void> => {
  if (await deps.turns.begin(owner, event.id)) await takeTurn(deps, owner, event.id, event.receives);
};

/** A further turn of an owner whose work was not done with the one before, or of a lane of a job. */
export const goOn = async <D>(deps: WorkDeps<D>, { body, receives }: Message): Promise<void> => {
  const lane = laneTurn.safeParse(body);
  if (lane.success) return takeLaneTurn(deps, lane.data, receives);
  const { owner, ticket } = turn.parse(body);
  if (await deps.turns.goOn(owner, ticket)) await takeTurn(deps, owner, ticket, receives);
};
