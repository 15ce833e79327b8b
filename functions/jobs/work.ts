import { Problem } from '@geoarchive/platform/problem.ts';
import type { Queue } from '@geoarchive/platform/queue.ts';
import { logger } from '@geoarchive/platform/telemetry.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import * as z from 'zod';
import type { JobItem } from './job-store.ts';
import { fail, type JobDeps, takeStep, type Works } from './step.ts';
import type { TurnStore } from './turns.ts';

export type WorkDeps<D> = JobDeps & D & { turns: TurnStore; queue: Queue; works: Works<D> };

/** Steps of a turn; then the others come. Few enough that nobody waits long, enough that the queue costs little beside the work. */
const stepsPerTurn = 20;
/** So long a turn begins further steps: it ends well within the function's time, and a crash costs no more than the queue's patience. */
const turnMs = 10_000;
/** The try at which an error that nobody foresaw ends its job, so that it does not hold up the owner's others. */
const lastTry = 3;

const turn = z.object({ owner: z.string(), ticket: z.string() });

const unforeseen = {
  zh: '处理时系统出错，已记录。已完成的部分有效，可从中断处重试；如仍出错，请联系管理员。',
  en: 'Something broke on our side; it is logged. What was done stays done: try again from there, or ask the operator.',
};

/** Whoever held, called off or started the job in the same instant was quicker: look again. */
const raced = (error: unknown): boolean =>
  error instanceof Problem && (error.kind === 'stale' || error.kind === 'wrong-state');

const step = async <D>(
  deps: WorkDeps<D>,
  item: JobItem,
  turnBegan: Date,
  receives: number,
): Promise<void> => {
  try {
    await takeStep(deps, deps.works, item, turnBegan);
  } catch (error) {
    if (raced(error)) return;
    if (receives < lastTry) throw error;
    logger().error('job failed', { jobId: item.id, error: error instanceof Error ? error : String(error) });
    const now = await deps.jobs.get(item.id);
    if (now !== undefined) await fail(deps, now, { reason: unforeseen });
  }
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
    const item = await deps.jobs.nextOf(owner);
    if (item !== undefined) {
      await step(deps, item, began, receives);
      continue;
    }
    await deps.turns.end(owner, ticket);
    // A job queued just before the end found a turn under way and left its work to it.
    if ((await deps.jobs.nextOf(owner)) === undefined || !(await deps.turns.begin(owner, ticket))) return;
  }
  await deps.queue.send([{ body: { owner, ticket }, group: owner }]);
};

/** A job was queued: its owner's turn begins, unless one is under way that will come to it. */
export const beginTurn = async <D>(
  deps: WorkDeps<D>,
  { owner }: { owner: string },
  event: { id: string; receives: number },
): Promise<void> => {
  if (await deps.turns.begin(owner, event.id)) await takeTurn(deps, owner, event.id, event.receives);
};

/** A further turn of an owner whose work was not done with the one before. */
export const goOn = async <D>(deps: WorkDeps<D>, { body, receives }: Message): Promise<void> => {
  const { owner, ticket } = turn.parse(body);
  if (await deps.turns.goOn(owner, ticket)) await takeTurn(deps, owner, ticket, receives);
};
