import type { Siblings, Source } from '../source.ts';

const baseOf = (name: string) => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);

/** Name of a companion: same stem, other extension. */
export const companionName = (name: string, extension: string) =>
  `${baseOf(name).replace(/\.[^.]*$/, '')}.${extension}`;

/** Finds companions in either case of the extension, because the sets often come from Windows. */
export function companions(name: string, siblings: Siblings | undefined) {
  return async (extension: string): Promise<Source | undefined> => {
    if (!siblings) return undefined;
    const wanted = [extension, extension.toUpperCase()].map((ext) => companionName(name, ext));
    for (const candidate of wanted) {
      const found = await siblings(candidate);
      if (found) return found;
    }
    return undefined;
  };
}
