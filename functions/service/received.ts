import type { CaseFacts } from '@geoarchive/contract/case-parts.ts';
import type { UseItem } from '@geoarchive/contract/service-parts.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import type { DossierItem, DossierStore } from '../archive/dossier-store.ts';
import { labelOf } from '../cases/subject.ts';

const unknown = '目录中没有这件资料，或它不属于本馆。';

/**
 * Whether a record can be asked for: it is in the public catalogue of this archive. What is a state secret, was never there, or was
 * taken off it, contained or not, looks the same from outside: there is no such record.
 */
export const canBeAsked = (found: DossierItem | undefined, node: string): found is DossierItem =>
  found !== undefined &&
  found.body.node === node &&
  // Gone with a withdrawal: one that is proposed anew, or closed after that, is public no more.
  found.body.releasedAt !== undefined &&
  found.state !== 'withdrawing' &&
  !isStateSecret(found.body.secrecy);

/** The records of a request as the archive finds them when it takes the request in; titles are its own, not the asker's. */
export const receivedItems = async (
  dossiers: Pick<DossierStore, 'get'>,
  { use, node }: Pick<CaseFacts, 'use' | 'node'>,
): Promise<UseItem[]> =>
  Promise.all(
    (use?.records ?? []).map(async (record): Promise<UseItem> => {
      const found = await dossiers.get(record.recordId);
      if (!canBeAsked(found, node)) return { ...record, state: 'refused', reasons: unknown };
      return { ...record, title: labelOf(found.body.archiveNumber, found.body), state: 'asked' };
    }),
  );
