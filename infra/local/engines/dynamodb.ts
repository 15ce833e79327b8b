import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';
import { choosePort } from './free-port.ts';
import { javaProblem } from './java.ts';
import { writeAhead } from './write-ahead.ts';

const require = createRequire(import.meta.url);
/** AWS's own DynamoDB Local lies in this npm package, which needs no download at install. */
const emulator = join(dirname(require.resolve('amplify-dynamodb-simulator/package.json')), 'emulator');

/** A small heap, quick start, one collector thread: the machine is shared with everything else of the local run. */
const flags = ['-Xms64m', '-Xmx768m', '-XX:+UseSerialGC', '-Xshare:auto'];
/** What lives for one file of tests is done before its code could be compiled well. */
const briefFlags = ['-XX:TieredStopAtLevel=1'];

type End = { error: string } | { exit: number | string };

const isEnd = (message: unknown): message is End =>
  typeof message === 'object' && message !== null && ('error' in message || 'exit' in message);

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(1000) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts DynamoDB Local over a data folder (tables and streams survive kill -9) and waits until it answers.
 * Throws one sentence with the remedy when Java is missing or too old or the port is taken.
 */
export async function startDynamoDb(options: {
  port: number;
  dataDir: string;
  java?: string;
  startMs?: number;
  /** It ends soon: compiled quickly instead of well, which writes half as much a second once it has run for a while. */
  brief?: boolean;
  /** Tables are kept in memory and are gone with it. */
  forgetful?: boolean;
}): Promise<Engine> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const port = await choosePort(options.port, 'DynamoDB Local');
  if (options.forgetful !== true) writeAhead(dataDir);
  const url = `http://127.0.0.1:${port}`;
  const args = [
    ...flags,
    ...(options.brief ? briefFlags : []),
    `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(emulator, 'DynamoDBLocal.jar'),
    ...['-port', String(port), '-sharedDb', '-disableTelemetry'],
    ...(options.forgetful ? ['-inMemory'] : ['-dbPath', dataDir]),
  ];
  const guard = fork(
    fileURLToPath(new URL('./guard.ts', import.meta.url)),
    [options.java ?? 'java', ...args],
    // DynamoDB Local leaves a file of its own in the working directory.
    { cwd: dataDir, execArgv: ['--disable-warning=ExperimentalWarning'], silent: true },
  );
  let output = '';
  let end: End | undefined;
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  };
  guard.stdout?.on('data', keep);
  guard.stderr?.on('data', keep);
  guard.on('message', (message) => {
    if (isEnd(message)) end = message;
  });
  const gone = once(guard, 'exit');

  const close = async () => {
    if (guard.connected) guard.disconnect();
    await gone;
  };
  const until = Date.now() + (options.startMs ?? 20_000);
  while (!(await answers(url))) {
    if (end || guard.exitCode !== null || Date.now() > until) {
      await close();
      throw new Error(javaProblem(end ?? { exit: 'no answer in time' }, output));
    }
    await pause(50);
  }
  return { url, close };
}
