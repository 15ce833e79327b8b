import { randomUUID } from 'node:crypto';
import type { Definition } from './definition.ts';
import type { FunctionLog } from './log.ts';
import type { Warm } from './warm.ts';
import { type Outcome, type Sandbox, startSandbox } from './worker.ts';

export type Pool = { invoke(event: string): Promise<Outcome>; close(): Promise<void> };
type Options = {
  definition: Definition;
  environment: Record<string, string>;
  log: FunctionLog;
  /** Threads at once; further calls wait. */
  size: number;
  /** A thread unused for so long is ended, and earlier if too many of all functions wait. */
  idleMs?: number;
  warm: Warm;
};

/** Lambda's limits of a synchronous call, in bytes of JSON. */
export const REQUEST_LIMIT = 6 * 1024 * 1024;
export const REPLY_LIMIT = 6 * 1024 * 1024 + 100;

const tooLarge = (errorType: string, what: string, bytes: number, limit: number): Outcome => ({
  error: {
    errorType,
    errorMessage: `${what} size (${bytes} bytes) exceeded the limit (${limit} bytes)`,
    trace: [],
  },
});

/** The warm threads of one function: calls take a free one, start another, or wait their turn. */
export function createPool({ definition, environment, log, size, warm, idleMs = 300_000 }: Options): Pool {
  const idle: { sandbox: Sandbox; timer: NodeJS.Timeout }[] = [];
  const all = new Set<Sandbox>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  function take(): Sandbox {
    for (let free = idle.pop(); free; free = idle.pop()) {
      clearTimeout(free.timer);
      warm.remove(free.sandbox);
      if (free.sandbox.alive()) return free.sandbox;
      all.delete(free.sandbox);
    }
    const sandbox = startSandbox(definition, environment, log);
    all.add(sandbox);
    return sandbox;
  }

  function drop(sandbox: Sandbox): void {
    all.delete(sandbox);
    void sandbox.end();
  }

  function giveBack(sandbox: Sandbox): void {
    if (!sandbox.alive()) {
      drop(sandbox);
      return;
    }
    const forget = () => {
      clearTimeout(timer);
      warm.remove(sandbox);
      const at = idle.findIndex((entry) => entry.sandbox === sandbox);
      if (at >= 0) idle.splice(at, 1);
      drop(sandbox);
    };
    const timer = setTimeout(forget, idleMs).unref();
    idle.push({ sandbox, timer });
    warm.add(sandbox, forget);
  }

  async function turn(): Promise<void> {
    if (busy >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
  }
  /** Hands the place to the next in line, so that nobody overtakes. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }

  async function run(event: string): Promise<Outcome> {
    const bytes = Buffer.byteLength(event);
    if (bytes > REQUEST_LIMIT) return tooLarge('RequestTooLarge', 'Request', bytes, REQUEST_LIMIT);
    const sandbox = take();
    const requestId = randomUUID();
    log.write(`START RequestId: ${requestId}\n`);
    const start = performance.now();
    const { functionName, arn, memoryMb } = definition;
    const outcome = await sandbox.call({ requestId, event, deadline: 0, functionName, arn, memoryMb });
    const ms = (performance.now() - start).toFixed(2);
    const status = 'error' in outcome ? `error\tError Type: ${outcome.error.errorType}` : 'success';
    log.write(
      `REPORT RequestId: ${requestId}\tDuration: ${ms} ms\tMemory Size: ${memoryMb} MB\tStatus: ${status}\n`,
    );
    giveBack(sandbox);
    if ('error' in outcome) return outcome;
    const reply = Buffer.byteLength(outcome.payload);
    return reply > REPLY_LIMIT
      ? tooLarge('Function.ResponseSizeTooLarge', 'Response payload', reply, REPLY_LIMIT)
      : outcome;
  }

  return {
    async invoke(event) {
      await turn();
      try {
        return await run(event);
      } finally {
        leave();
      }
    },
    async close() {
      for (const { timer, sandbox } of idle) {
        clearTimeout(timer);
        warm.remove(sandbox);
      }
      await Promise.all([...all].map((sandbox) => sandbox.end()));
      await log.close();
    },
  };
}
