import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Outcome } from '../lambda/worker.ts';
import type { Model } from '../template/model.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Source } from './queue-source.ts';
import { type Due, parseSchedule } from './schedule-expression.ts';

const schema = z.object({
  Name: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({
    Arn: z.string(),
    Input: z.string().default('{}'),
    DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
  }),
});

export type Schedule = {
  id: string;
  expression: string;
  functionArn: string;
  input: unknown;
  deadLetterArn: string | undefined;
  due: Due;
};

/** Reads the schedules of the stacks that are switched on. */
export function schedules(model: Model): Schedule[] {
  return model.resources('AWS::Scheduler::Schedule').flatMap((resource) => {
    const p = schema.parse(resource.properties());
    if (p.State === 'DISABLED') return [];
    if (!p.Target.Arn.includes(':function:')) {
      throw new Error(
        `${resource.path}: the local run can only call functions by the clock, not ${p.Target.Arn}`,
      );
    }
    const input: unknown = JSON.parse(p.Target.Input);
    return {
      id: `${resource.stack}-${resource.logicalId}`,
      expression: `${p.ScheduleExpression} ${p.ScheduleExpressionTimezone}`,
      functionArn: p.Target.Arn,
      input,
      deadLetterArn: p.Target.DeadLetterConfig?.Arn,
      due: parseSchedule(p.ScheduleExpression, p.ScheduleExpressionTimezone),
    };
  });
}

type Options = {
  schedules: readonly Schedule[];
  /** The run's clock, which can be moved. */
  now(): Date;
  /** When each schedule was last called; kept over restarts. */
  checkpoints: Checkpoints;
  invoke(functionArn: string, event: unknown): Promise<Outcome>;
  giveUp(destinationArn: string, body: unknown): Promise<void>;
  report(problem: string): void;
  tickMs?: number;
  retryMs?: number;
};

/** Lambda repeats a failed asynchronous call twice. */
const ATTEMPTS = 3;

/**
 * Calls functions by the clock. What came due while the run was off, or while the clock was moved on, is called once:
 * the jobs treat everything past due.
 */
export function startScheduler(options: Options): Source & { tick(): Promise<void> } {
  const { now, checkpoints, invoke, giveUp, report, tickMs = 1000, retryMs = 1000 } = options;
  const stop = new AbortController();
  const calls = new Set<Promise<void>>();
  const wait = (ms: number) => pause(ms, undefined, { signal: stop.signal }).catch(() => undefined);

  async function call(schedule: Schedule): Promise<void> {
    let problem = '';
    for (let attempt = 0; attempt < ATTEMPTS && !stop.signal.aborted; attempt += 1) {
      if (attempt > 0) await wait(retryMs * attempt);
      const outcome = await invoke(schedule.functionArn, schedule.input);
      if (!('error' in outcome)) return;
      problem = outcome.error.errorMessage;
    }
    if (stop.signal.aborted) return;
    report(`${schedule.id}: ${problem}`);
    if (schedule.deadLetterArn) await giveUp(schedule.deadLetterArn, schedule.input);
  }

  function start(schedule: Schedule): void {
    const running = call(schedule)
      .catch((error: unknown) => report(`${schedule.id}: ${String(error)}`))
      .finally(() => calls.delete(running));
    calls.add(running);
  }

  function check(): void {
    for (const schedule of options.schedules) {
      const last = checkpoints.get(schedule.id);
      // A first start counts from now; so does a clock that was moved back.
      const since = last === undefined || Date.parse(last) > now().getTime() ? undefined : new Date(last);
      if (!since) checkpoints.set(schedule.id, now().toISOString());
      const next = since && schedule.due(since);
      if (!next || next > now()) continue;
      checkpoints.set(schedule.id, now().toISOString());
      start(schedule);
    }
  }

  async function loop(): Promise<void> {
    while (!stop.signal.aborted) {
      check();
      await wait(tickMs);
    }
  }
  const looping = loop();
  return {
    async tick() {
      check();
      await Promise.all(calls);
    },
    async close() {
      stop.abort();
      await looping;
      await Promise.all(calls);
    },
  };
}
