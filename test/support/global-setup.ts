import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { SetUserPoolMfaConfigCommand } from '@aws-sdk/client-cognito-identity-provider';
import { openInside } from './inside.ts';
import { type Run, type RunOptions, startRun } from './run.ts';
import { STATE_VARIABLE } from './shared-run.ts';

/**
 * A run whose staff must have a second factor, as in every deployment in the cloud; the local demo's need none. It is asked
 * for as an operator would, and not by a deployment of its own, which would cost a second synthesis.
 */
const startStrictRun = async (options: RunOptions): Promise<Run> => {
  const run = await startRun(options);
  const inside = openInside(run.endpoints);
  await inside.clients.cognito.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: inside.named('identity/StaffPool'),
      MfaConfiguration: 'ON',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  );
  inside.close();
  return run;
};

/** One after the other: the first one synthesizes the stacks and builds the sites, the others find them made. */
const startAll = async (states: readonly string[]): Promise<Run[]> => {
  const runs: Run[] = [];
  for (const [at, state] of states.entries())
    runs.push(await startStrictRun({ state, sites: at === 0 && !process.env['GEOARCHIVE_NO_SITES'] }));
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
