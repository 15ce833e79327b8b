import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';
import { choosePort } from './free-port.ts';

const portOf = (message: unknown): number => {
  if (
    typeof message === 'object' &&
    message !== null &&
    'port' in message &&
    typeof message.port === 'number'
  )
    return message.port;
  throw new Error(`unexpected first message of the queue engine: ${JSON.stringify(message)}`);
};

/** Starts SQS and SNS (fauxqs) over a data folder: queues, topics and messages survive kill -9. */
export async function startQueues(options: {
  port: number;
  dataDir: string;
  region?: string;
}): Promise<Engine> {
  await mkdir(options.dataDir, { recursive: true });
  const port = await choosePort(options.port, 'SQS and SNS');
  const child = fork(
    fileURLToPath(new URL('./queues-child.ts', import.meta.url)),
    [String(port), options.dataDir, options.region ?? 'us-east-1'],
    { execArgv: ['--disable-warning=ExperimentalWarning'], silent: true },
  );
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  });
  child.stdout?.resume();
  const gone = once(child, 'exit');
  const first = await Promise.race([
    once(child, 'message').then(([message]: unknown[]) => portOf(message)),
    gone.then(([code]: unknown[]) => {
      throw new Error(
        `The queue engine (fauxqs) did not start (exit ${String(code)}): ${output.slice(-500)}`,
      );
    }),
  ]);
  return {
    url: `http://127.0.0.1:${first}`,
    async close() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
