import { rmSync } from 'node:fs';
import './shared-run.ts';

/** Stops the run when the last project that uses it is done. A run that failed keeps its logs for a look. */
export default async function globalTeardown(): Promise<void> {
  const shared = globalThis.geoarchiveRun;
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  globalThis.geoarchiveRun = undefined;
  const run = await shared.run;
  await run.stop();
  if (!process.env['GEOARCHIVE_KEEP_STATE']) rmSync(run.state, { recursive: true, force: true });
}
