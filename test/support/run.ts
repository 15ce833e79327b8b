import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoints } from '../../infra/local/endpoints.ts';

export type Run = {
  endpoints: Endpoints;
  state: string;
  process: ChildProcess;
  /** `SIGTERM` stops it tidily, `SIGKILL` as a power cut would. Resolves when the process is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};
export type RunOptions = {
  state: string;
  port?: number;
  fresh?: boolean;
  demo?: boolean;
  sites?: boolean;
  /** Folder of other stacks than the repository's. */
  assembly?: string;
};

const repository = join(import.meta.dirname, '..', '..');
/** Printed by `npm start` when everything answers. */
const READY = 'GeoArchive is running';

export const readEndpoints = (state: string): Endpoints =>
  JSON.parse(readFileSync(join(state, 'endpoints.json'), 'utf8'));

function argumentsOf({ state, port = 0, fresh, demo, sites, ...of }: RunOptions): string[] {
  const assembly = of.assembly ?? process.env['GEOARCHIVE_ASSEMBLY'];
  return [
    join(repository, 'infra', 'local', 'main.ts'),
    ...['--state', state, '--port', String(port)],
    ...(fresh ? ['--fresh'] : []),
    ...(demo ? [] : ['--empty']),
    ...(sites ? [] : ['--no-sites']),
    ...(assembly ? ['--assembly', assembly] : []),
  ];
}

/** Starts a local run in a process of its own, as `npm start` does, and waits until it answers. */
export async function startRun(options: RunOptions): Promise<Run> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...argumentsOf(options)], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      if (output.includes(READY)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) =>
      reject(new Error(`The local run ended with ${code} before it was ready:\n${output}`)),
    );
  });
  return {
    endpoints: readEndpoints(options.state),
    state: options.state,
    process: child,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
    },
  };
}
