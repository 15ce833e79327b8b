import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
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
import { opensAbroad } from './reading.ts';
import type { TransferItem } from './transfer-store.ts';

type Deps = Pick<ArchiveDeps, 'clock' | 'table' | 'dossiers'>;

const ministry = (caller: Caller): boolean => caller.roles.includes('MINISTRY_ADMIN');

/** The moves of whoever is on that side of it; what goes to another province is owed in any case. */
const movesOf = (item: TransferItem, caller: Caller): TransferMove[] => {
  const side = (move: TransferMove) => (receiverMoves.includes(move) ? item.body.to : item.body.node);
  return movesFrom(transferLifecycle, item.state, caller.roles).filter(
    (move) => side(move) === caller.node && (move !== 'exempt' || item.body.route === 'national'),
  );
};

const viewOf = (deps: Deps, item: TransferItem, dossier: DossierItem, caller: Caller): Transfer => {
  const { node, to } = item.body;
  const home = ministry(caller) || caller.node === node;
  const { title, submitter } = masked(caller, dossier.body);
  const { secrecy, certificateNumber, fileCount: files, bytes } = dossier.body;
  return {
    ...item.body,
    id: item.id,
    version: item.version,
    state: item.state,
    late: isTransferLate({ state: item.state, due: item.body.due }, dayOf(deps.clock())),
    moves: movesOf(item, caller),
    dossier: {
      ...{ title, secrecy, submitter, files, bytes },
      ...(certificateNumber === undefined ? {} : { certificateNumber }),
    },
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
