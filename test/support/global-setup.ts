import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRun } from './run.ts';
import { STATE_VARIABLE } from './shared-run.ts';

/**
 * Starts one local run for the projects `system` and `browser`; the second project finds it running. For
 * developers: GEOARCHIVE_NO_SITES skips the sites' build, GEOARCHIVE_ASSEMBLY names already synthesized stacks.
 */
export default async function globalSetup(): Promise<void> {
  if (!globalThis.geoarchiveRun) {
    const state = mkdtempSync(join(tmpdir(), 'geoarchive-test-'));
    globalThis.geoarchiveRun = {
      run: startRun({ state, sites: !process.env['GEOARCHIVE_NO_SITES'] }),
      users: 0,
    };
    process.env[STATE_VARIABLE] = state;
  }
  globalThis.geoarchiveRun.users += 1;
  await globalThis.geoarchiveRun.run;
}
