import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';

export type Fonts = {
  /** Where the files are. */
  normal: string;
  bold: string;
  /** Whether the font draws this character. */
  has: (codePoint: number) => boolean;
};

const opened = new Map<string, Fonts>();

/** Fonts by their files; read once. */
export const openFontFiles = (normal: string, bold: string): Fonts => {
  const known = opened.get(normal);
  if (known !== undefined) return known;
  const font = create(readFileSync(normal));
  const fonts = { normal, bold, has: (codePoint: number) => font.hasGlyphForCodePoint(codePoint) };
  opened.set(normal, fonts);
  return fonts;
};

/**
 * Noto Sans SC (OFL 1.1) as it lies in a folder of the assets layer: the papers carry the glyphs they use, so they look alike
 * everywhere.
 */
export const openFonts = (folder: string): Fonts =>
  openFontFiles(join(folder, 'NotoSansSC_400Regular.ttf'), join(folder, 'NotoSansSC_700Bold.ttf'));
