import type { Dossier } from '@geoarchive/contract/archive.ts';
import type { Client } from '@geoarchive/contract/client.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import type { HoleFile } from '@geoarchive/subsurface/read.ts';
import { contentOf, everyFile } from '../../dossier/read-files.ts';

/** Bytes of files that are brought into a page at most: the readers hold them all. */
export const mostBytes = 256_000_000;

export type FromDossier = { dossier: Dossier; files: HoleFile[] } | { tooLarge: number };

/** Fetches files of a dossier, piece by piece, as if somebody had chosen them. Tells how much of it is here, from 0 to 1. */
export const fetchFiles = async (
  api: Client,
  id: string,
  numbers: readonly number[],
  onDone: (share: number) => void,
): Promise<FromDossier> => {
  const wanted = new Set(numbers);
  const [dossier, files] = await Promise.all([
    api.call(archive.getDossier, { params: { id } }),
    everyFile(api, id, ({ no }) => wanted.has(no), wanted.size),
  ]);
  const all = files.reduce((sum, { size }) => sum + size, 0);
  if (all > mostBytes) return { tooLarge: all };
  let done = 0;
  const read: HoleFile[] = [];
  for (const file of files) {
    const blob = await contentOf(api, id, file, (count) => {
      done += count;
      onDone(done / all);
    });
    read.push({ name: file.path.split('/').at(-1) ?? file.path, blob });
  }
  return { dossier, files: read };
};
