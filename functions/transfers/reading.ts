import { isStateSecret, type Secrecy } from '@geoarchive/domain/secrecy.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { nodeOf, ofNode } from '../archive/access.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { DossierItem } from '../archive/dossier-store.ts';

/** Whether a dossier is of the caller's own archive; the ministry is at home in all. */
export const isHome = (caller: Caller, { body }: Pick<DossierItem, 'body'>): boolean =>
  caller.roles.includes('MINISTRY_ADMIN') || nodeOf(caller) === body.node;

/**
 * Whether another archive reads it once it was transferred: never what is a state secret. Its transfer is written down here, the carrier goes
 * its own way.
 */
export const opensAbroad = ({ secrecy }: { secrecy: Secrecy }): boolean => !isStateSecret(secrecy);

/**
 * A dossier to be read: of one's own archive, or one whose receipt one's archive confirmed. Others look as if they did not exist. Whoever may
 * change it is asked for elsewhere.
 */
export const readableDossier = async (
  deps: Pick<ArchiveDeps, 'dossiers' | 'transfers'>,
  caller: Caller,
  id: string,
): Promise<DossierItem> => {
  const found = await deps.dossiers.get(id);
  if (found === undefined || isHome(caller, found) || !opensAbroad(found.body)) return ofNode(caller, found);
  const transfer = await deps.transfers.get(deps.transfers.idFor(id, nodeOf(caller)));
  return transfer?.state === 'received' ? found : ofNode(caller, found);
};
