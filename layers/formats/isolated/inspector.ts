import { Worker } from 'node:worker_threads';
import { identify } from '../core/identify.ts';
import { paged } from '../core/paged.ts';
import { type Problem, problem } from '../core/problem.ts';
import { formatById } from '../formats.ts';
import { type Inspection, type InspectOptions, identification } from '../inspect.ts';
import type { Source } from '../source.ts';
import type { Answer, Request, Task } from './messages.ts';

/** Inspects files in a thread that can be stopped. */
export type Inspector = {
  /** As `inspect`, but certain to end: a file that takes too long or too much memory gets a finding. */
  inspect(source: Source, options?: InspectOptions): Promise<Inspection>;
  /** Ends the thread. */
  close(): Promise<void>;
};

export type InspectorOptions = {
  /** Time for one file, seconds. */
  seconds?: number;
  /** Heap of the thread, MB. */
  heapMegabytes?: number;
  /** Module of the thread; a bundle names its own. */
  worker?: URL;
};

/** Serves the reads of one inspection from the sources of this thread. */
function serve(worker: Worker, source: Source, options: InspectOptions) {
  const sources = [source];
  const answer = (message: Answer) => worker.postMessage(message);
  const sibling = async (id: number, name: string) => {
    const found = await options.siblings?.(name);
    answer({
      kind: 'source',
      id,
      found: found && { name: found.name, size: found.size, source: sources.push(found) - 1 },
    });
  };
  const read = async (id: number, from: number, offset: number, length: number) => {
    const bytes = await sources[from]?.read(offset, length);
    answer({ kind: 'bytes', id, bytes: bytes ?? new Uint8Array(0) });
  };
  return (request: Request) => {
    const failed = (error: unknown) =>
      'id' in request && answer({ kind: 'error', id: request.id, message: String(error) });
    if (request.kind === 'read')
      read(request.id, request.source, request.offset, request.length).catch(failed);
    if (request.kind === 'sibling') sibling(request.id, request.name).catch(failed);
  };
}

/** Makes an inspector with one thread, started when it is first needed and after it had to be stopped. */
export function createInspector({
  seconds = 30,
  heapMegabytes = 512,
  worker: module,
}: InspectorOptions = {}): Inspector {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const start = () =>
    new Worker(module ?? new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64 },
      stderr: true,
      stdout: true,
    });

  const stop = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };

  const stopped = async (source: Source, found: Problem): Promise<Inspection> => {
    await stop();
    const format = source.size === 0 ? 'unknown' : await identify(paged(source));
    return { format: identification(formatById(format)), valid: false, problems: [found], metadata: {} };
  };

  async function one(source: Source, options: InspectOptions): Promise<Inspection> {
    const limit = options.seconds ?? seconds;
    worker ??= start();
    const running = worker;
    const { promise, resolve, reject } = Promise.withResolvers<Inspection>();
    const handle = serve(running, source, options);
    const onMessage = (request: Request) => {
      if (request.kind === 'done') resolve(request.inspection);
      else if (request.kind === 'failed') reject(new Error(request.message));
      else handle(request);
    };
    const onError = (error: Error & { code?: string }) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      resolve(
        stopped(
          source,
          memory
            ? problem('too-much-memory')
            : problem('unreadable', { detail: error.message.slice(0, 200) }),
        ),
      );
    };
    // The reader stops itself at the limit where it can; the thread is stopped a little later.
    const timer = setTimeout(
      () => resolve(stopped(source, problem('took-too-long', { seconds: limit }))),
      limit * 1000 + 1000,
    );
    running.on('message', onMessage).on('error', onError);
    const task: Task = {
      kind: 'inspect',
      name: source.name,
      size: source.size,
      source: 0,
      siblings: options.siblings !== undefined,
      characterMaps: options.characterMaps,
      seconds: limit,
    };
    running.postMessage(task);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      running.off('message', onMessage).off('error', onError);
    }
  }

  return {
    inspect(source, options = {}) {
      const result = queue.then(() => one(source, options));
      queue = result.catch(() => undefined);
      return result;
    },
    async close() {
      await queue;
      await stop();
    },
  };
}
