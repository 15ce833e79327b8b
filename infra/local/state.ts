import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Everything a run keeps in its state folder, by what it is for. */
export const stateFiles = {
  dynamodb: 'dynamodb',
  queues: 'queues',
  aws: 'aws',
  events: 'events',
  logs: 'logs',
  clock: 'clock.json',
  seed: 'seed',
  demo: 'demo.done',
  moreDemo: 'demo-more.done',
  endpoints: 'endpoints.json',
} as const;

export type State = Record<keyof typeof stateFiles, string>;

/** Paths in a state folder. `fresh` removes what earlier runs left there, and nothing else. */
export function openState(folder: string, fresh: boolean): State {
  const paths: State = { ...stateFiles };
  for (const [name, file] of Object.entries(stateFiles)) {
    const path = join(folder, file);
    if (fresh) rmSync(path, { recursive: true, force: true });
    Object.assign(paths, { [name]: path });
  }
  mkdirSync(paths.events, { recursive: true });
  return paths;
}
