import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Fonts } from '../fonts.ts';
import { openFontFiles } from '../fonts.ts';

/** The fonts as the package brings them: what the assets layer holds a copy of. */
export const packageFonts = (): Fonts => {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  );
  return openFontFiles(
    join(folder, '400Regular', 'NotoSansSC_400Regular.ttf'),
    join(folder, '700Bold', 'NotoSansSC_700Bold.ttf'),
  );
};
