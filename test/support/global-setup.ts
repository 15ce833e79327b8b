import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Run, startRun } from './run.ts';
import { STATE_VARIABLE } from './shared-run.ts';

/** One after the other: the first one synthesizes the stacks and builds the sites, the others find them made. */
const startAll = async (states: readonly string[]): Promise<Run[]> => {
  const runs: Run[] = [];
  for (const [at, state] of states.entries())
    runs.push(await startRun({ state, sites: at === 0 && !process.env['GEOARCHIVE_NO_SITES'] }));
  return runs;
};

/**
 * Starts a local run for each of Jest's workers; the projects `system` and `browser` share them. For developers:
 * GEOARCHIVE_NO_SITES skips the sites' build, GEOARCHIVE_ASSEMBLY names already synthesized stacks.
 */
export default async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  if (!globalThis.geoarchiveRuns) {
    const states = Array.from({ length: maxWorkers }, () => mkdtempSync(join(tmpdir(), 'geoarchive-test-')));
    globalThis.geoarchiveRuns = { runs: startAll(states), users: 0 };
    process.env[STATE_VARIABLE] = states.join(delimiter);
  }
  globalThis.geoarchiveRuns.users += 1;
  await globalThis.geoarchiveRuns.runs;
}
