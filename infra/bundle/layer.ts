import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folders of `pdfjs-dist` that its reader asks for while it reads: character maps and stand-in fonts. */
const pdfData = ['cmaps', 'standard_fonts'];

/**
 * Puts the data files of the Lambda layer into a folder: `assets/cmaps/…`, found at `/opt/assets` when deployed.
 * They come from the package that reads them, so that both are of one version.
 */
export function makeLayer(outdir: string): string {
  const source = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  for (const folder of pdfData)
    cpSync(join(source, folder), join(outdir, 'assets', folder), { recursive: true });
  return outdir;
}
