import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { standIns } from './stand-ins.ts';
import { zodLocales } from './zod-locales.ts';

/** CommonJS packages inside an ES module still call `require` for Node's own modules, and ask where they lie. */
const banner =
  "import{createRequire as __require}from'node:module';const require=__require(import.meta.url),__dirname=import.meta.dirname;";

const options = {
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
} satisfies BuildOptions;

/** `bytes` is all code of the folder, `hash` that of its files' names and contents. */
export type Bundle = { folder: string; hash: string; bytes: number };

/**
 * Bundles each entry (path relative to `root`, such as `intake/api.handler.ts`) into a folder of its own that
 * holds `index.mjs` and its source map; an API's also a file for each part that its code fetches by `import()` and what they
 * share, so that it reads at its start only what it always needs. The same sources give the same bytes, wherever the repository lies.
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
  // People wait for the start of an API's function. One run of esbuild each: in a common one with `splitting` the functions
  // would share files. The others are built in one run, which takes a fraction of the time, into one file each.
  const apis = entries.filter((entry) => entry.endsWith('/api.handler.ts'));
  const others = entries.filter((entry) => !apis.includes(entry));
  const run = (some: readonly string[], splitting: boolean) =>
    build({
      ...options,
      entryPoints: some.map((entry) => ({ in: join(root, entry), out: join(folderOf(entry), 'index') })),
      absWorkingDir: root,
      outdir,
      splitting,
      ...(splitting && { chunkNames: `${folderOf(some[0] ?? '')}/[name]-[hash]` }),
    });
  await Promise.all([run(others, false), ...apis.map((entry) => run([entry], true))]);
  return new Map(entries.map((entry) => [entry, describe(join(outdir, folderOf(entry)))]));
}

const folderOf = (entry: string) => entry.replace(/\.handler\.ts$/, '').replaceAll('/', '-');

function describe(folder: string): Bundle {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .sort();
  const hash = createHash('sha256');
  let bytes = 0;
  for (const name of files) {
    const code = readFileSync(join(folder, name));
    hash.update(name).update('\0').update(code);
    bytes += code.byteLength;
  }
  return { folder, hash: hash.digest('hex'), bytes };
}
