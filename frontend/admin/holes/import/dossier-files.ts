import type { Dossier } from '@geoarchive/contract/archive.ts';
import type { Client } from '@geoarchive/contract/client.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import type { HoleFile } from '@geoarchive/subsurface/read.ts';
import type { DossierFile } from '../../dossier/DossierFiles.tsx';

/** Bytes of files that are brought into a page at most: the readers hold them all. */
export const mostBytes = 256_000_000;

const filesOf = async (api: Client, id: string, numbers: ReadonlySet<number>): Promise<DossierFile[]> => {
  const found: DossierFile[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.call(archive.listDossierFiles, {
      params: { id },
      query: cursor === undefined ? {} : { cursor },
    });
    found.push(...page.items.filter(({ no }) => numbers.has(no)));
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < numbers.size);
  return found;
};

const contentOf = async (
  api: Client,
  id: string,
  { no, size }: DossierFile,
  onBytes: (count: number) => void,
): Promise<Blob> => {
  const parts: BlobPart[] = [];
  for (let from = 0; from < size; ) {
    const part = await api.call(archive.readDossierPart, { params: { id, no }, query: { from } });
    if (part.length === 0) break;
    parts.push(new Uint8Array(part));
    from += part.length;
    onBytes(part.length);
  }
  return new Blob(parts);
};

export type FromDossier = { dossier: Dossier; files: HoleFile[] } | { tooLarge: number };

/** Fetches files of a dossier, piece by piece, as if somebody had chosen them. Tells how much of it is here, from 0 to 1. */
export const fetchFiles = async (
  api: Client,
  id: string,
  numbers: readonly number[],
  onDone: (share: number) => void,
): Promise<FromDossier> => {
  const [dossier, files] = await Promise.all([
    api.call(archive.getDossier, { params: { id } }),
    filesOf(api, id, new Set(numbers)),
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
