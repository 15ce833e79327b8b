import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { openApiDocuments } from './openapi-documents.ts';
import { standIns } from './stand-ins.ts';
import { zodLocales } from './zod-locales.ts';

/** CommonJS packages inside an ES module still call `require` for Node's own modules, and ask where they lie. */
const banner =
  "import{createRequire as __require}from'node:module';const require=__require(import.meta.url),__dirname=import.meta.dirname;";

// No source maps: reading them is 25 to 40 ms of each start in Lambda, and making them two thirds of esbuild's work.
// Names are kept for stacks; `trace.ts` gives their lines when somebody asks.
const options = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  keepNames: true,
  legalComments: 'none',
  plugins: [standIns, zodLocales, openApiDocuments],
  banner: { js: banner },
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** The name of an entry's folder and of its file before it lies there: `intake/api.handler.ts` → `intake-api`. */
export const nameOf = (entry: string): string => entry.replace(/\.handler\.ts$/, '').replaceAll('/', '-');

/** What one run of esbuild wrote: each output by its file's name. */
export type Outputs = Map<string, Metafile['outputs'][string]>;

/**
 * Builds entries (paths relative to `root`) in one run into `outdir`: a file for each, and one for each part that some of them share or fetch
 * only by `import()`.
 */
export async function runEsbuild(
  entries: readonly string[],
  root: string,
  outdir: string,
  { maps = false } = {},
): Promise<Outputs> {
  const { metafile } = await build({
    ...options,
    entryPoints: entries.map((entry) => ({ in: join(root, entry), out: nameOf(entry) })),
    absWorkingDir: root,
    outdir,
    sourcemap: maps ? 'external' : false,
    sourcesContent: false,
  });
  return new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [path.slice(path.lastIndexOf('/') + 1), output]),
  );
}

/**
 * The runs in which the entries are built. People wait for the start of an API's function, so each has its own: in a common run it
 * would read more files and more text. The others share one, which takes a tenth of what a run for each would.
 */
export const runsOf = (entries: readonly string[]): string[][] => {
  const apis = entries.filter((entry) => entry.endsWith('/api.handler.ts'));
  const others = entries.filter((entry) => !apis.includes(entry));
  return [...(others.length > 0 ? [others] : []), ...apis.map((entry) => [entry])];
};
