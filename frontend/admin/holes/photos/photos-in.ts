import type { DossierFile } from '../../dossier/DossierFiles.tsx';

/** Pictures that browsers show, by the ending of their name; TIFF is none of them. */
const media: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};
/** The media type of a picture that can be shown; undefined for other files. */
export const mediaOf = (path: string): string | undefined =>
  media[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];

/** Letter case and the kind of slash are not what tells files apart. */
const nameOf = (path: string): string => path.normalize('NFC').replaceAll('\\', '/').toLowerCase().trim();

/**
 * Finds the picture that a core box names: by its whole path in the dossier, else by the name alone where only one picture has it. Of
 * several none is taken, for it would be a guess.
 */
export const photosIn = (files: readonly DossierFile[]): ((said: string) => DossierFile | undefined) => {
  const pictures = files.filter(({ path }) => mediaOf(path) !== undefined);
  const byPath = new Map(pictures.map((file) => [nameOf(file.path), file]));
  const byName = new Map<string, DossierFile[]>();
  for (const file of pictures) {
    const name = nameOf(file.path).split('/').at(-1) ?? '';
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return (said) => {
    const name = nameOf(said);
    const [only, another] = byName.get(name.split('/').at(-1) ?? '') ?? [];
    return byPath.get(name) ?? (another === undefined ? only : undefined);
  };
};
