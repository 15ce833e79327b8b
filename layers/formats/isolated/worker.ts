import { parentPort } from 'node:worker_threads';
import { inspect } from '../inspect.ts';
import type { Source } from '../source.ts';
import type { Answer, Request, Task } from './messages.ts';

type Pending = { resolve: (answer: Answer) => void; reject: (error: Error) => void };
type Open =
  | { kind: 'read'; source: number; offset: number; length: number }
  | { kind: 'sibling'; name: string };

const port = parentPort;
const pending = new Map<number, Pending>();
let last = 0;

const send = (request: Request) => port?.postMessage(request);

function ask(request: Open): Promise<Answer> {
  const id = ++last;
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  pending.set(id, { resolve, reject });
  send({ ...request, id });
  return promise;
}

const remote = ({ name, size, source }: { name: string; size: number; source: number }): Source => ({
  name,
  size,
  async read(offset, length) {
    const answer = await ask({ kind: 'read', source, offset, length });
    return answer.kind === 'bytes' ? answer.bytes : new Uint8Array(0);
  },
});

async function sibling(name: string): Promise<Source | undefined> {
  const answer = await ask({ kind: 'sibling', name });
  return answer.kind === 'source' && answer.found ? remote(answer.found) : undefined;
}

async function run(task: Task): Promise<void> {
  const { seconds, characterMaps } = task;
  const options = {
    seconds,
    ...(task.siblings ? { siblings: sibling } : {}),
    ...(characterMaps === undefined ? {} : { characterMaps }),
  };
  try {
    send({ kind: 'done', inspection: await inspect(remote(task), options) });
  } catch (error) {
    send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

port?.on('message', (message: Task | Answer) => {
  if (message.kind === 'inspect') void run(message);
  else {
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === 'error') waiting?.reject(new Error(message.message));
    else waiting?.resolve(message);
  }
});
