import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folders of `pdfjs-dist` that its reader asks for while it reads: character maps and stand-in fonts. */
const pdfData = ['cmaps', 'standard_fonts'];
/** Weights of Noto Sans SC that papers are printed with. */
const weights = ['400Regular', '700Bold'];

const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/**
 * Puts the data files of the Lambda layer into a folder: `assets/cmaps/…`, `assets/fonts/…`, found at `/opt/assets` when deployed.
 * They come from the packages that read them or bring them, so that both are of one version.
 */
export function makeLayer(outdir: string): string {
  const source = folderOf('pdfjs-dist');
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  for (const folder of pdfData)
    cpSync(join(source, folder), join(outdir, 'assets', folder), { recursive: true });
  const fonts = folderOf('@expo-google-fonts/noto-sans-sc');
  for (const weight of weights) {
    const file = `NotoSansSC_${weight}.ttf`;
    cpSync(join(fonts, weight, file), join(outdir, 'assets', 'fonts', file));
  }
  cpSync(join(fonts, 'LICENSE_FONT'), join(outdir, 'assets', 'fonts', 'OFL.txt'));
  return outdir;
}
