import { Worker } from 'node:worker_threads';
import type { Definition } from './definition.ts';
import type { FunctionLog } from './log.ts';
import type { Answer, FunctionError, Invocation, ThreadData } from './messages.ts';

export type Outcome = { payload: string } | { error: FunctionError };
/** One warm sandbox: a thread with the loaded bundle. `alive` turns false when it may not be used again. */
export type Sandbox = {
  alive(): boolean;
  call(invocation: Invocation): Promise<Outcome>;
  end(): Promise<void>;
};

/** Lambda gives a function ten seconds to load. */
const INIT_MS = 10_000;

const fault = (errorType: string, errorMessage: string): Outcome => ({
  error: { errorType, errorMessage, trace: [] },
});
const timedOut = ({ requestId }: Invocation, ms: number): Outcome =>
  fault(
    'Sandbox.Timedout',
    `RequestId: ${requestId} Error: Task timed out after ${(ms / 1000).toFixed(2)} seconds`,
  );

/**
 * Starts a thread for a function. Memory is approximate: the heap is limited, Buffers are not. A thread that crashes,
 * runs out of memory or out of time ends alone.
 */
export function startSandbox(definition: Definition, env: Record<string, string>, log: FunctionLog): Sandbox {
  const workerData: ThreadData = { file: definition.file, exported: definition.exported };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    // Shown by the operating system's tools, which cut it at 15 characters.
    name: definition.name,
    workerData,
    env,
    stdout: true,
    stderr: true,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: definition.memoryMb },
  });
  let alive = true;
  let settle: ((outcome: Outcome) => void) | undefined;
  let settleReady: ((outcome: Outcome | undefined) => void) | undefined;
  const ready = new Promise<Outcome | undefined>((resolve) => {
    settleReady = resolve;
  });
  const answered = (outcome: Outcome) => {
    settleReady?.(outcome);
    settle?.(outcome);
  };
  const die = (outcome: Outcome) => {
    alive = false;
    answered(outcome);
  };
  worker.stdout.on('data', (chunk: Buffer) => log.write(chunk));
  worker.stderr.on('data', (chunk: Buffer) => log.write(chunk));
  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'ready') settleReady?.(undefined);
    else if (answer.kind === 'result') settle?.({ payload: answer.payload });
    else answered({ error: answer.error });
  });
  worker.on('error', (error: Error & { code?: string }) => {
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    die(fault(memory ? 'Runtime.OutOfMemory' : 'Runtime.UnhandledError', error.message));
  });
  worker.on('exit', (code) =>
    die(fault('Runtime.ExitError', `Runtime exited with error: exit status ${code}`)),
  );
  worker.unref();

  const end = async () => {
    alive = false;
    await worker.terminate();
  };

  async function within(ms: number, work: Promise<Outcome>, late: Outcome): Promise<Outcome> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<Outcome>((resolve) => {
      timer = setTimeout(() => {
        void end();
        resolve(late);
      }, ms);
    });
    const outcome = await Promise.race([work, limit]);
    clearTimeout(timer);
    return outcome;
  }

  return {
    alive: () => alive,
    end,
    async call(invocation) {
      const init = ready.then((outcome): Outcome => outcome ?? { payload: '' });
      const started = await within(
        INIT_MS,
        init,
        fault('Sandbox.Timedout', 'The function took too long to load'),
      );
      if ('error' in started) {
        alive = false;
        return started;
      }
      const done = new Promise<Outcome>((resolve) => {
        settle = resolve;
      });
      const deadline = Date.now() + definition.timeoutMs;
      worker.postMessage({ ...invocation, deadline } satisfies Invocation);
      return within(definition.timeoutMs, done, timedOut(invocation, definition.timeoutMs));
    },
  };
}
