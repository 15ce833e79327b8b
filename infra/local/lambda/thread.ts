/** Runs inside a worker thread: loads one bundle and calls its handler for each message, one at a time. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, FunctionError, Invocation, ThreadData } from './messages.ts';

type Handler = (event: unknown, context: object) => unknown;

const port = parentPort;
if (!port) throw new Error('thread.ts runs in a worker thread');
const say = (answer: Answer) => port.postMessage(answer);

function described(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}

async function load({ file, exported }: ThreadData): Promise<Handler> {
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const handler = module[exported];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${exported} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  }
  return (event, context) => handler(event, context);
}

const contextOf = (call: Invocation) => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: call.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: call.arn,
  memoryLimitInMB: String(call.memoryMb),
  awsRequestId: call.requestId,
  logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
  logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
  getRemainingTimeInMillis: () => Math.max(0, call.deadline - Date.now()),
});

try {
  // The run starts this thread itself and gives it exactly this.
  const handler = await load(workerData as ThreadData);
  port.on('message', async (call: Invocation) => {
    try {
      const result = await handler(JSON.parse(call.event), contextOf(call));
      say({ kind: 'result', payload: JSON.stringify(result ?? null) });
    } catch (error) {
      const told = described(error);
      console.error(JSON.stringify({ level: 'ERROR', requestId: call.requestId, ...told }));
      say({ kind: 'error', error: told });
    }
  });
  say({ kind: 'ready' });
} catch (error) {
  const told = described(error);
  console.error(JSON.stringify({ level: 'ERROR', phase: 'init', ...told }));
  say({ kind: 'error', error: told });
  process.exit(1);
}
