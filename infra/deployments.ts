import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readSettings, type Settings } from './settings.ts';

const repository = join(import.meta.dirname, '..');

const fileSchema = z.object({
  context: z.looseObject({ deployments: z.record(z.string(), z.unknown()) }),
});

export type Chosen = { settings: Settings; flags: Record<string, unknown> };

/**
 * Settings of the named deployment in `cdk.json`, and the CDK feature flags beside them.
 * @throws Error listing the names there are, when the name is not one of them.
 */
export function chooseDeployment(name: string, file = join(repository, 'cdk.json')): Chosen {
  const { deployments, ...flags } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).context;
  const chosen = deployments[name];
  if (chosen === undefined)
    throw new Error(`No deployment '${name}' in cdk.json; there are: ${Object.keys(deployments).join(', ')}`);
  return { settings: readSettings(chosen), flags };
}
