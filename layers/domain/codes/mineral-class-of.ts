import type { Bilingual } from '../text.ts';
import { type MineralClass, mineralClasses } from './mineral-classes.ts';
import { minerals } from './minerals.ts';

const entries = new Map(minerals.entries.map((entry) => [entry.slug, entry]));

export const mineralClassName = (of: MineralClass): Bilingual => entries.get(of)?.name ?? { zh: of, en: of };

/** The class of the first of these minerals (主矿种) that the list knows; a thing with several counts once. */
export const mineralClassOf = (slugs: readonly string[]): MineralClass | undefined => {
  for (const slug of slugs) {
    const own = entries.get(slug)?.parent ?? slug;
    const known = mineralClasses.find((one) => one === own);
    if (known !== undefined) return known;
  }
  return undefined;
};
