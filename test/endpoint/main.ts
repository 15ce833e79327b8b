import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../../infra/local/build.ts';
import type { GivenEndpoint } from '../../infra/local/given-endpoint.ts';
import { createClients } from '../../infra/local/provision/clients.ts';
import { startLocal } from '../../infra/local/start.ts';
import { LOCAL_PLACE } from '../../infra/local/template/place.ts';
import { STATE_VARIABLE } from '../support/shared-run.ts';
import { examine } from './examine.ts';
import { accountOf } from './probes/queue.ts';
import { type Settings, settingsOf } from './settings.ts';
import { judge, reportOf } from './verdict.ts';

/** System tests that ask nothing but the APIs, so that they hold on any endpoint. */
const TESTS = ['test/system/whole-path.test.ts', 'test/system/local-run.test.ts'];

/** Finds out what the endpoint can do and says it. Throws when the system cannot run there. */
async function explore(settings: Settings, spared: readonly string[]): Promise<GivenEndpoint> {
  const { url: endpoint, region, credentials } = settings;
  const clients = createClients({ endpoint, region, credentials });
  try {
    const account = await accountOf(clients, endpoint).catch((error: unknown) => {
      const why = error instanceof Error ? error.message || error.name : String(error);
      throw new Error(`${endpoint} does not make a queue (${why}): start the endpoint first.`);
    });
    const findings = await examine(clients, endpoint);
    const verdict = judge(findings, spared);
    console.log(
      `What ${endpoint} (account ${account}, ${region}) can do:\n\n${reportOf(findings, verdict)}\n`,
    );
    if (verdict.missing.length > 0)
      throw new Error('The system cannot run on this endpoint: see what is missing above.');
    const place = { ...LOCAL_PLACE, region, account };
    return { url: endpoint, services: new Set(verdict.served), place, credentials };
  } finally {
    clients.close();
  }
}

/** Runs the tests in a process of their own, which knows of the run by its state folder only. */
async function runTests(state: string, tests: readonly string[]): Promise<number> {
  const { AWS_ENDPOINT_URL: _, ...env } = process.env;
  const jest = join(repository, 'node_modules', 'jest', 'bin', 'jest.js');
  const config = join(import.meta.dirname, 'jest.config.ts');
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', jest, '--config', config, '--runInBand', ...tests],
    { cwd: repository, stdio: 'inherit', env: { ...env, [STATE_VARIABLE]: state } },
  );
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

const arguments_ = () =>
  parseArgs({
    options: {
      /** Let the local run serve this service even where the endpoint could. */
      'stand-in': { type: 'string', multiple: true, default: [] },
    },
    allowPositionals: true,
  });

/** Starts the system on the endpoint of AWS_ENDPOINT_URL and runs the system tests against it. */
async function main(): Promise<number> {
  const { values, positionals } = arguments_();
  const given = await explore(settingsOf(process.env), values['stand-in']);
  const assembly = process.env['GEOARCHIVE_ASSEMBLY'];
  const state = mkdtempSync(join(tmpdir(), 'geoarchive-endpoint-'));
  const local = await startLocal({
    state,
    port: 0,
    empty: true,
    sites: false,
    given,
    ...(assembly && { assembly }),
    progress: (step) => console.log(`${new Date().toISOString()}  ${step}`),
    report: (problem) => console.error(`${new Date().toISOString()}  ${problem}`),
  });
  const tests = positionals.length > 0 ? positionals : TESTS;
  const code = await runTests(state, tests).finally(() => local.close());
  if (code === 0) rmSync(state, { recursive: true, force: true });
  else console.error(`The functions' logs are in ${join(state, 'logs')}.`);
  return code;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});
