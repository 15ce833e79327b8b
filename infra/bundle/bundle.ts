import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { standIns } from './stand-ins.ts';
import { zodLocales } from './zod-locales.ts';

export type Bundle = { folder: string; hash: string; bytes: number };

/** CommonJS packages inside an ES module still call `require` for Node's own modules, and ask where they lie. */
const banner =
  "import{createRequire as __require}from'node:module';const require=__require(import.meta.url),__dirname=import.meta.dirname;";

/**
 * Bundles each entry (path relative to `root`, such as `intake/api.handler.ts`) into a folder of its own that
 * holds `index.mjs` and its source map. One esbuild run for all; the same sources give the same bytes, wherever
 * the repository lies.
 * @throws Error naming every entry that does not exist.
 */
export async function bundle(
  entries: readonly string[],
  root: string,
  outdir: string,
): Promise<Map<string, Bundle>> {
  const missing = entries.filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) throw new Error(`No such function entry: ${missing.join(', ')} (in ${root})`);
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: entries.map((entry) => ({ in: join(root, entry), out: join(folderOf(entry), 'index') })),
    absWorkingDir: root,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    plugins: [standIns, zodLocales],
    banner: { js: banner },
    logLevel: 'warning',
  });
  return new Map(entries.map((entry) => [entry, describe(join(outdir, folderOf(entry)))]));
}

const folderOf = (entry: string) => entry.replace(/\.handler\.ts$/, '').replaceAll('/', '-');

function describe(folder: string): Bundle {
  const code = readFileSync(join(folder, 'index.mjs'));
  return { folder, hash: createHash('sha256').update(code).digest('hex'), bytes: code.byteLength };
}
