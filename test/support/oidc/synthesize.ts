import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { makeApp } from '../../../infra/app.ts';
import { bundle } from '../../../infra/bundle/bundle.ts';
import { chooseDeployment } from '../../../infra/deployments.ts';
import { functionsRoot } from '../../../infra/entries.ts';
import { readSettings } from '../../../infra/settings.ts';

/*
 * The local deployment with an OIDC issuer instead of user pools: `node synthesize.ts ISSUER FOLDER`. A process of its own,
 * since esbuild does not run inside Jest's sandbox. Only the functions that the test calls are real.
 */
const [issuer = '', folder = ''] = process.argv.slice(2);
const real = ['identity/authorizer.handler.ts', 'identity/api.handler.ts', 'intake/api.handler.ts'];
const bundles = await bundle(real, functionsRoot, join(folder, 'functions'));
const stub = join(folder, 'stub');
mkdirSync(stub, { recursive: true });
writeFileSync(join(stub, 'index.mjs'), 'export const handler = async () => undefined;\n');

const { settings, flags } = chooseDeployment('local');
const client = (clientId: string) => ({ issuer, clientId, jwksUri: `${issuer}/jwks.json` });
const identity = {
  kind: 'oidc',
  staff: client('admin'),
  public: client('submit'),
  claims: { roles: 'realm_access.roles', organisation: 'org', node: 'node' },
};
makeApp(
  {
    settings: readSettings({ ...settings, identity }),
    code: (entry) => Code.fromAsset(bundles.get(entry)?.folder ?? stub),
    layer: () => Code.fromAsset(stub),
  },
  { outdir: join(folder, 'cdk.out'), flags, validate: false },
).synth();
