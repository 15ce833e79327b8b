import { rmSync } from 'node:fs';
import './shared-run.ts';

/** Stops the runs when the last project that uses them is done. Runs of a failed test keep their logs for a look. */
export default async function globalTeardown(): Promise<void> {
  const shared = globalThis.geoarchiveRuns;
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  globalThis.geoarchiveRuns = undefined;
  for (const run of await shared.runs) {
    await run.stop();
    if (!process.env['GEOARCHIVE_KEEP_STATE']) rmSync(run.state, { recursive: true, force: true });
  }
}
