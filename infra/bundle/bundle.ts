import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, type Outputs, runEsbuild, runsOf } from './esbuild-run.ts';

/** `bytes` is all code of the folder, `hash` that of its files' names and contents. */
export type Bundle = { folder: string; hash: string; bytes: number };

/**
 * Bundles each entry (path relative to `root`, such as `intake/api.handler.ts`) into a folder of its own that holds `index.mjs` and a file
 * for each part that its code shares with others or fetches by `import()`, and no more. The same sources give the same bytes, wherever the repository lies.
 * @throws Error naming every entry that does not exist.
 */
export async function bundle(
  entries: readonly string[],
  root: string,
  outdir: string,
): Promise<Map<string, Bundle>> {
  const missing = entries.filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) throw new Error(`No such function entry: ${missing.join(', ')} (in ${root})`);
  const made = await Promise.all(
    runsOf(entries).map(async (some, run) => {
      const written = join(outdir, 'runs', String(run));
      const outputs = await runEsbuild(some, root, written);
      return some.map(
        (entry) => [entry, layOut(entry, outputs, written, join(outdir, nameOf(entry)))] as const,
      );
    }),
  );
  const bundles = new Map(made.flat());
  return new Map(
    entries.flatMap((entry) => {
      const found = bundles.get(entry);
      return found === undefined ? [] : [[entry, found] as const];
    }),
  );
}

/** The files that an entry's file needs, at its start or later, itself first. */
function neededBy(file: string, outputs: Outputs): string[] {
  const needed = new Set([file]);
  for (const one of needed)
    for (const { path, external } of outputs.get(one)?.imports ?? [])
      if (!external) needed.add(path.slice(path.lastIndexOf('/') + 1));
  return [...needed];
}

function layOut(entry: string, outputs: Outputs, written: string, folder: string): Bundle {
  mkdirSync(folder, { recursive: true });
  const own = `${nameOf(entry)}.mjs`;
  const hash = createHash('sha256');
  let bytes = 0;
  for (const file of neededBy(own, outputs).sort()) {
    const name = file === own ? 'index.mjs' : file;
    copyFileSync(join(written, file), join(folder, name));
    const code = readFileSync(join(folder, name));
    hash.update(name).update('\0').update(code);
    bytes += code.byteLength;
  }
  return { folder, hash: hash.digest('hex'), bytes };
}
