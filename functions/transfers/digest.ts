import { createHash } from 'node:crypto';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { DossierItem } from '../archive/dossier-store.ts';

/**
 * The digest of a dossier's accepted version: SHA-256, in hex, of a line of JSON for the dossier (code, files, bytes) and one for each file
 * in its order (number, path, bytes, SHA-256). Whoever has the files can make it again.
 */
export const dossierDigest = async (
  { dossierFiles }: Pick<ArchiveDeps, 'dossierFiles'>,
  { id, body }: Pick<DossierItem, 'id' | 'body'>,
): Promise<string> => {
  const hash = createHash('sha256');
  const line = (of: readonly (string | number)[]) => hash.update(`${JSON.stringify(of)}\n`);
  line([body.code, body.fileCount, body.bytes]);
  for await (const { no, path, size, sha256 } of dossierFiles.all(id, body.fileCount))
    line([no, path, size, sha256]);
  return hash.digest('hex');
};
