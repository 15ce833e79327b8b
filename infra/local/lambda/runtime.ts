import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Model } from '../template/model.ts';
import { digest } from '../template/names.ts';
import { type Definition, definitions } from './definition.ts';
import { environmentOf } from './environment.ts';
import { openLog } from './log.ts';
import { createPool, type Pool } from './pool.ts';
import type { Principal } from './principal.ts';
import { statementsOf } from './statements.ts';
import { keepWarm, MOST_WARM } from './warm.ts';
import type { Outcome } from './worker.ts';

export type Credentials = { accessKeyId: string; secretAccessKey: string };
export type Runtime = {
  definitions: readonly Definition[];
  /** Calls a function and waits. Throws only when there is no such function. */
  invoke(arn: string, event: unknown): Promise<Outcome>;
  /** Credentials that carry the function's role. */
  credentialsOf(arn: string): Credentials;
  close(): Promise<void>;
};
type Options = {
  model: Model;
  /** Random text of this state folder; the functions' secret keys follow from it. */
  seed: string;
  logDir: string;
  clockFile: string;
  addPrincipal(principal: Principal): void;
  /** For all functions alike, where an endpoint knows no roles; left out, each has its own and is held to its role. */
  credentials?: Credentials;
  /** Threads of one function at once. */
  concurrency?: number;
};

const keysOf = (definition: Definition, seed: string): Credentials => ({
  accessKeyId: `LOCAL${digest(definition.arn).toUpperCase()}`,
  secretAccessKey: createHmac('sha256', seed).update(definition.arn).digest('base64').slice(0, 40),
});

/** Makes the functions of the stacks callable, each in threads of its own and held to its own role, if any. */
export function createRuntime(options: Options): Runtime {
  const { model, seed, logDir, clockFile, addPrincipal, credentials: shared, concurrency = 4 } = options;
  const warm = keepWarm(MOST_WARM);
  const found = definitions(model);
  const pools = new Map<string, Pool>();
  const keys = new Map<string, Credentials>();
  for (const definition of found) {
    const credentials = shared ?? keysOf(definition, seed);
    keys.set(definition.arn, credentials);
    if (!shared) {
      const statements = statementsOf(model, definition.roleName);
      addPrincipal({ ...credentials, name: definition.name, statements });
    }
    const { region } = model.place;
    pools.set(
      definition.arn,
      createPool({
        definition,
        environment: environmentOf(definition, { region, endpoint: model.endpoint, clockFile, credentials }),
        log: openLog(join(logDir, `${definition.name}.log`)),
        size: concurrency,
        warm,
      }),
    );
  }
  const known = <T>(map: Map<string, T>, arn: string): T => {
    const value = map.get(arn);
    if (value === undefined) throw new Error(`No function ${arn} in the stacks`);
    return value;
  };
  return {
    definitions: found,
    invoke: (arn, event) => known(pools, arn).invoke(JSON.stringify(event)),
    credentialsOf: (arn) => known(keys, arn),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
