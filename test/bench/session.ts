import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actors, actors } from '../support/actors.ts';
import { type Run, startRun } from '../support/run.ts';
import { type Usage, usageOf } from './processes.ts';

export type Session = { run: Run; people: Actors; folder: string; usage(): Usage };

/** A temporary folder that is gone afterwards, whatever happens. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** An empty run of its own, without sites where they are not asked for, ended and forgotten afterwards. */
export const inRun = (
  work: (session: Session) => Promise<void>,
  { sites = false }: { sites?: boolean } = {},
): Promise<void> =>
  inFolder(async (folder) => {
    const run = await startRun({ state: join(folder, 'state'), sites });
    try {
      const usage = () => usageOf(run.process.pid ?? 0);
      await work({ run, people: actors(run.endpoints), folder, usage });
    } finally {
      await run.stop();
    }
  });
