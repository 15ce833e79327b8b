import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import {
  isTransferLate,
  receiverMoves,
  type TransferMove,
  transferLifecycle,
} from '@geoarchive/domain/transfer/transfer.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { masked } from '../archive/access.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { DossierItem } from '../archive/dossier-store.ts';
import { isHome, opensAbroad } from './reading.ts';
import type { TransferItem } from './transfer-store.ts';

type Deps = Pick<ArchiveDeps, 'clock' | 'table' | 'dossiers'>;

/** The moves of whoever is on that side of it. */
const movesOf = (item: TransferItem, caller: Caller): TransferMove[] => {
  const side = (move: TransferMove) => (receiverMoves.includes(move) ? item.body.to : item.body.node);
  return movesFrom(transferLifecycle, item.state, caller.roles).filter((move) => side(move) === caller.node);
};

/**
 * What a caller is told of what the dossier is about. Abroad that is nothing unless it lies there to be received or was; what is a state
 * secret is told to nobody there before receipt, nor is whose it is to those who are not entitled.
 */
const about = (
  { state }: TransferItem,
  { body }: DossierItem,
  caller: Caller,
  home: boolean,
): Partial<Pick<Transfer['dossier'], 'title' | 'secrecy' | 'submitter' | 'certificateNumber'>> => {
  const { secrecy, certificateNumber } = body;
  if (!home && state !== 'sent' && state !== 'received') return {};
  const closed = !home && isStateSecret(secrecy) && state !== 'received';
  const { title, submitter } = masked(closed ? { ...caller, roles: [] } : caller, body);
  return {
    ...{ title, secrecy },
    ...(home || title === body.title ? { submitter } : {}),
    ...(certificateNumber === undefined ? {} : { certificateNumber }),
  };
};

const viewOf = (deps: Deps, item: TransferItem, dossier: DossierItem, caller: Caller): Transfer => {
  const { to } = item.body;
  const home = isHome(caller, dossier);
  const { secrecy, fileCount: files, bytes } = dossier.body;
  const { exempted, ...body } = item.body;
  return {
    ...body,
    ...(home && exempted !== undefined ? { exempted } : {}),
    id: item.id,
    version: item.version,
    state: item.state,
    late: isTransferLate({ state: item.state, due: item.body.due }, dayOf(deps.clock())),
    moves: movesOf(item, caller),
    dossier: { ...about(item, dossier, caller, home), ...{ files, bytes } },
    readable: home || (caller.node === to && item.state === 'received' && opensAbroad({ secrecy })),
  };
};

/** The dossiers of transfers, by id. */
export const dossiersOf = async (
  { table, dossiers }: Deps,
  ids: readonly string[],
): Promise<Map<string, DossierItem>> => {
  const rows = await table.getMany([...new Set(ids)].map((id) => ({ pk: `dossier#${id}`, sk: 'item' })));
  return new Map(rows.map((row) => dossiers.read(row)).map((item) => [item.id, item]));
};

/** Transfers as a caller sees them, with the dossiers as they stand now. */
export const transferViews = async (
  deps: Deps,
  items: readonly TransferItem[],
  caller: Caller,
): Promise<Transfer[]> => {
  const dossiers = await dossiersOf(
    deps,
    items.map(({ body }) => body.dossierId),
  );
  return items.flatMap((item) => {
    const dossier = dossiers.get(item.body.dossierId);
    return dossier === undefined ? [] : [viewOf(deps, item, dossier, caller)];
  });
};
