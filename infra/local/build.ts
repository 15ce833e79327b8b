import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type SiteName, siteNames } from './sites/distribution.ts';
import { fingerprint, unlessDone } from './sources.ts';

/** The repository's folder. */
export const repository = join(import.meta.dirname, '..', '..');
export const siteFolder = (site: SiteName): string => join(repository, 'frontend', site, 'dist');

const run = promisify(execFile);

async function node(what: string, args: string[], cwd: string): Promise<void> {
  try {
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? `${String(error.stderr)}` : '';
    throw new Error(`${what} failed:\n${output.trim() || String(error)}`);
  }
}

/** Synthesizes the stacks of the local deployment into `cdk.out`, unless nothing they are made from has changed. */
export function synthesize(): Promise<boolean> {
  const from = ['infra', 'functions', 'layers', 'cdk.json', 'package-lock.json'];
  const print = fingerprint(repository, from, ['infra/local']);
  const out = join(repository, 'cdk.out');
  return unlessDone(join(out, 'sources.sha256'), print, () =>
    node('Synthesis (npm run synth)', [join('infra', 'synth.ts')], repository),
  );
}

/** Builds each site whose sources have changed. */
export async function buildSites(): Promise<void> {
  for (const site of siteNames) {
    const home = join('frontend', site);
    if (!existsSync(join(repository, home, 'index.html'))) continue;
    const from = [home, 'frontend/shared', 'layers/domain', 'layers/contract', 'package-lock.json'];
    const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js');
    await unlessDone(join(siteFolder(site), 'sources.sha256'), fingerprint(repository, from), () =>
      node(`Building the ${site} site`, [vite, 'build', '--logLevel', 'warn'], join(repository, home)),
    );
  }
}
