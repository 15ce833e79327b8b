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

/**
 * Writes the templates and bundles of a deployment into `cdk.out`, without network, Docker or the CDK's own
 * command line: `node infra/synth.ts [--deployment NAME] [--out FOLDER]`.
 */
async function synthesize(name: string, outdir: string): Promise<void> {
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
    const app = makeApp({ settings, code, layer }, { outdir, flags });
    addChecks(app);
    app.synth();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The CDK's command line sets the output folder, and names the deployment by `-c deployment=NAME`. */
function asked(): { name: string; outdir: string } {
  const { values } = parseArgs({ options: { deployment: { type: 'string' }, out: { type: 'string' } } });
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
    outdir: values.out ?? fromCli ?? join(import.meta.dirname, '..', 'cdk.out'),
  };
}

const { name, outdir } = asked();
await synthesize(name, outdir);
