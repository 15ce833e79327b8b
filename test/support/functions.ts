import { join } from 'node:path';
import type { Endpoints } from '../../infra/local/endpoints.ts';
import { createRuntime, type Runtime } from '../../infra/local/lambda/runtime.ts';
import { seedOf } from '../../infra/local/seed.ts';
import { openState } from '../../infra/local/state.ts';
import { loadAssembly } from '../../infra/local/template/assembly.ts';
import { createModel } from '../../infra/local/template/model.ts';
import { LOCAL_PLACE } from '../../infra/local/template/place.ts';

const synthesized = join(import.meta.dirname, '..', '..', 'cdk.out');

/**
 * The functions of a run, in this process: their own bundles, environment and credentials, so that a test can do what
 * an operator does with `aws lambda invoke`, and can try what a function's credentials open.
 */
export const openFunctions = (endpoints: Endpoints, folder: string) => {
  const assembly = loadAssembly(process.env['GEOARCHIVE_ASSEMBLY'] ?? synthesized);
  const model = createModel({ assembly, place: LOCAL_PLACE, endpoint: endpoints.aws.endpoint });
  const state = openState(folder, false);
  const runtime: Runtime = createRuntime({
    model,
    seed: seedOf(state.seed),
    logDir: join(folder, 'logs-of-tests'),
    clockFile: state.clock,
    // The run knows them: the keys follow from the state folder's seed.
    addPrincipal: () => undefined,
    concurrency: 1,
  });
  const find = (name: string) => {
    const found = runtime.definitions.find((definition) => definition.name === name);
    if (found === undefined) throw new Error(`There is no function ${name}`);
    return found;
  };
  return {
    names: runtime.definitions.map(({ name }) => name),
    environmentOf: (name: string) => find(name).environment,
    credentialsOf: (name: string) => runtime.credentialsOf(find(name).arn),
    /** Calls the function as its schedule or an operator would; throws what it throws. */
    async invoke(name: string, event: unknown): Promise<void> {
      const outcome = await runtime.invoke(find(name).arn, event);
      if ('error' in outcome) throw new Error(`${name}: ${outcome.error.errorMessage}`);
    },
    close: () => runtime.close(),
  };
};
