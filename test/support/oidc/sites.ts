import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Endpoints } from '../../../infra/local/endpoints.ts';
import { createRuntime } from '../../../infra/local/lambda/runtime.ts';
import { choosePorts } from '../../../infra/local/ports.ts';
import { seedOf } from '../../../infra/local/seed.ts';
import { openState } from '../../../infra/local/state.ts';
import { loadAssembly } from '../../../infra/local/template/assembly.ts';
import { createModel } from '../../../infra/local/template/model.ts';
import { LOCAL_PLACE } from '../../../infra/local/template/place.ts';
import { startWeb } from '../../../infra/local/web.ts';

const script = join(import.meta.dirname, 'synthesize.ts');

/**
 * The sites and APIs of a deployment whose people sign in at an OIDC issuer, over the tables and buckets of a run: the
 * gateway's authorizer is the function that checks the token, as in the China regions.
 */
export const openOidcSites = async (endpoints: Endpoints, stateFolder: string, issuer: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-oidc-'));
  await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    script,
    issuer,
    folder,
  ]);
  const assembly = loadAssembly(join(folder, 'cdk.out'));
  const model = createModel({ assembly, place: LOCAL_PLACE, endpoint: endpoints.aws.endpoint });
  const state = openState(stateFolder, false);
  const runtime = createRuntime({
    model,
    seed: seedOf(state.seed),
    logDir: join(folder, 'logs'),
    clockFile: state.clock,
    // The run knows them: the keys follow from the state folder's seed.
    addPrincipal: () => undefined,
    concurrency: 1,
  });
  const ports = await choosePorts(0);
  const web = await startWeb(model, runtime, ports, () => new Date());
  return {
    submit: `http://127.0.0.1:${ports.submit}`,
    async close() {
      await web.close();
      await runtime.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
