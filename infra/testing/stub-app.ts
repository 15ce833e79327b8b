import { rmSync } from 'node:fs';
import type { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { makeApp } from '../app.ts';
import { readTemplate, type Templates } from '../checks/template.ts';
import type { Deployment } from '../constructs/context.ts';
import { chooseDeployment } from '../deployments.ts';
import type { Settings } from '../settings.ts';

const stub = 'exports.handler = async () => undefined;';

/** A deployment of `cdk.json` whose functions are stubs: the stacks can be looked at without bundling anything. */
export function stubApp(name: string, change: (settings: Settings) => Settings = (s) => s): App {
  const { settings, flags } = chooseDeployment(name);
  const deployment: Deployment = {
    settings: change(settings),
    code: () => Code.fromInline(stub),
    layer: () => Code.fromAsset(import.meta.dirname),
  };
  return makeApp(deployment, { flags, validate: false });
}

/** Synthesizes into a temporary folder and gives the templates by stack. */
export function templatesOf(app: App): Templates {
  const assembly = app.synth();
  const templates = new Map(assembly.stacksRecursively.map((s) => [s.id, readTemplate(s.template)]));
  rmSync(assembly.directory, { recursive: true, force: true });
  return templates;
}
