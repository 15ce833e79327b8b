import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { makeApp } from './app.ts';
import { bundle } from './bundle/bundle.ts';
import { makeLayer } from './bundle/layer.ts';
import { addChecks } from './checks/add.ts';
import { chooseDeployment } from './deployments.ts';
import { functionEntries, functionsRoot } from './entries.ts';

type Asked = { name: string; outdir: string; schemas: boolean };

/**
 * Writes the templates and bundles of a deployment into `cdk.out`, without network, Docker or the CDK's own
 * command line: `node infra/synth.ts [--deployment NAME] [--out FOLDER] [--schemas]`. The local deployment is never sent to
 * CloudFormation, so its templates are held against CloudFormation's schemas only where that is asked for.
 */
async function synthesize({ name, outdir, schemas }: Asked): Promise<void> {
  const { settings, flags } = chooseDeployment(name);
  const work = mkdtempSync(join(tmpdir(), 'geoarchive-synth-'));
  try {
    const bundles = await bundle(functionEntries(), functionsRoot, join(work, 'functions'));
    const files = makeLayer(join(work, 'layer'));
    const layer = () => Code.fromAsset(files);
    const code = (entry: string) => {
      const found = bundles.get(entry);
      if (!found) throw new Error(`No such function entry: functions/${entry}`);
      return Code.fromAsset(found.folder, { assetHash: found.hash });
    };
    const app = makeApp(
      { settings, code, layer },
      { outdir, flags, validate: schemas || settings.kind !== 'local' },
    );
    addChecks(app);
    app.synth();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The CDK's command line sets the output folder, and names the deployment by `-c deployment=NAME`. */
function asked(): Asked {
  const { values } = parseArgs({
    options: {
      deployment: { type: 'string' },
      out: { type: 'string' },
      schemas: { type: 'boolean', default: false },
    },
  });
  const fromCli = process.env['CDK_OUTDIR'];
  const context: unknown = JSON.parse(process.env['CDK_CONTEXT_JSON'] ?? '{}');
  const named =
    typeof context === 'object' && context !== null && 'deployment' in context
      ? String(context.deployment)
      : undefined;
  const name = values.deployment ?? named;
  if (fromCli && !name) throw new Error('Say which deployment: -c deployment=NAME (they are in cdk.json)');
  return {
    name: name ?? 'local',
    schemas: values.schemas,
    outdir: values.out ?? fromCli ?? join(import.meta.dirname, '..', 'cdk.out'),
  };
}

await synthesize(asked());
