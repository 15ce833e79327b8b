import type { EventData } from '@geoarchive/contract/events.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { transferDue, transferReceivers } from '@geoarchive/domain/transfer/transfer.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Told } from '@geoarchive/platform/store/aggregates.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { DossierItem } from '../archive/dossier-store.ts';
import { transferTerms } from './terms.ts';
import type { TransferItem } from './transfer-store.ts';

/** What finding and making transfers works with. */
export type MakingDeps = Pick<ArchiveDeps, 'clock' | 'table' | 'tasks' | 'transfers'> & {
  settings: Pick<ArchiveDeps['settings'], 'nodes' | 'transfer'>;
};
/** A transfer that is owed and not there yet. */
export type Missing = { id: string; body: TransferItem['body']; told: Told };

/** Provinces that the duties of these tasks name as further receivers, by task. */
const forwardsOf = async (
  { tasks, table }: MakingDeps,
  dossiers: readonly DossierItem[],
): Promise<Map<string, readonly string[]>> => {
  const ids = new Set(dossiers.flatMap(({ body }) => body.taskId ?? []));
  const rows = await table.getMany([...ids].map((id) => ({ pk: `task#${id}`, sk: 'item' })));
  return new Map(
    rows
      .map((row) => tasks.read(row))
      .map(({ id, body }) => [id, body.basis?.proof.receiver.forwardsTo ?? []]),
  );
};

/** To whom each of these dossiers is owed, as their duties stand now. */
export const receiversOf = async (deps: MakingDeps, dossiers: readonly DossierItem[]) => {
  const forwards = await forwardsOf(deps, dossiers);
  return ({ body: { node, dataKind, taskId = '' } }: DossierItem) =>
    transferReceivers({ node, dataKind, forwardsTo: forwards.get(taskId) ?? [] }, deps.settings.nodes);
};

/** The transfers that these dossiers owe and that are not there: made again they are the same ones. */
export const missingTransfers = async (
  deps: MakingDeps,
  dossiers: readonly DossierItem[],
  worker: string,
): Promise<Missing[]> => {
  const terms = transferTerms(deps);
  const receivers = await receiversOf(deps, dossiers);
  const owed = dossiers.flatMap((dossier): Missing[] => {
    const { id: dossierId, body } = dossier;
    const { node, archiveNumber } = body;
    const accepted = dayOf(new Date(body.acceptedAt));
    const due = transferDue(accepted, terms);
    return receivers(dossier).map(({ to, route }) => {
      const id = deps.transfers.idFor(dossierId, to);
      const moved = { transferId: id, dossierId, node, to, state: 'due' as const };
      return {
        id,
        body: { node, to, route, dossierId, archiveNumber, accepted, due },
        told: {
          ...{ action: 'transfer.owe', by: { worker }, detail: { dossierId, to, due } },
          events: [{ type: 'TransferMoved', data: moved }],
        },
      };
    });
  });
  const known = new Set((await deps.transfers.some(owed.map(({ id }) => id))).map(({ id }) => id));
  return owed.filter(({ id }) => !known.has(id));
};

/**
 * Makes the transfers of a dossier when it was accepted. Told again, or beside the day's job, it finds them made. What is told of anew for a
 * rebuild of intake names no review: that dossier was told of before.
 */
export const transfersAfter = async (
  deps: MakingDeps & Pick<ArchiveDeps, 'reviews' | 'dossiers'>,
  { reviewId }: EventData<'DepositAccepted'>,
): Promise<void> => {
  const review = reviewId === undefined ? undefined : await deps.reviews.get(reviewId);
  const { dossierId } = review?.body ?? {};
  const dossier = dossierId === undefined ? undefined : await deps.dossiers.get(dossierId);
  if (dossier === undefined) return;
  for (const { id, body, told } of await missingTransfers(deps, [dossier], 'effects'))
    try {
      await deps.transfers.create(id, body, told);
    } catch (error) {
      // The day's job made it in the same instant.
      if (!(error instanceof Problem && error.kind === 'stale')) throw error;
    }
};
