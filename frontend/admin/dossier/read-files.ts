import type { Client } from '@geoarchive/contract/client.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import type { DossierFile } from './DossierFiles.tsx';

/** The files of a dossier, page by page: all, or those that are wanted until so many are found. */
export const everyFile = async (
  api: Client,
  id: string,
  wanted: (file: DossierFile) => boolean = () => true,
  most = Number.POSITIVE_INFINITY,
): Promise<DossierFile[]> => {
  const found: DossierFile[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.call(archive.listDossierFiles, {
      params: { id },
      query: cursor === undefined ? {} : { cursor },
    });
    found.push(...page.items.filter(wanted));
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < most);
  return found;
};

/** A file of a dossier, fetched piece by piece; tells how many bytes each piece brought. */
export const contentOf = async (
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
