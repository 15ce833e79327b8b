import type { Client } from '@geoarchive/contract/client.ts';
import { transfers } from '@geoarchive/contract/routes.ts';
import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { addDays, type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { archiveNumber, dossierCode } from '@geoarchive/domain/numbers.ts';
import type { TransferState } from '@geoarchive/domain/transfer/transfer.ts';
import type { ArchiveDeps } from '@geoarchive/functions/archive/deps.ts';
import { idOf } from '@geoarchive/functions/supervision/ids.ts';
import { type MakingDeps, missingTransfers } from '@geoarchive/functions/transfers/making.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ulid } from 'ulid';
import { demoRecord } from './records.ts';

/** How long ago each dossier was accepted, and how its transfer stands: some near their day, some past it. */
const wanted: readonly { ago: number; state: TransferState }[] = [
  { ago: 5, state: 'due' },
  { ago: 66, state: 'due' },
  { ago: 85, state: 'due' },
  { ago: 104, state: 'due' },
  { ago: 40, state: 'exempt' },
  { ago: 50, state: 'sent' },
  { ago: 51, state: 'sent' },
  { ago: 120, state: 'received' },
  { ago: 121, state: 'received' },
  { ago: 95, state: 'refused' },
];
/** Where the demo's records of these dossiers begin: past those of the old holdings. */
const first = 400;
const by = { worker: 'demo' };
const reason = '缺附图 3，请补齐后重新移交（演示）。';

type At = MakingDeps & Pick<ArchiveDeps, 'dossiers'>;

/** A dossier of the archive as it was accepted on a day, with the transfer it owes; made again it is the same. */
const owed = async (at: At, node: string, n: number, accepted: Day): Promise<string> => {
  const id = idOf('demo-transfer', node, String(n));
  if ((await at.dossiers.get(id)) === undefined) {
    const next = await nextNumber(at.table, `archive#${node}`);
    const number = archiveNumber(next.value);
    const {
      proposal: _,
      proposedNumbers: __,
      bundleId: ___,
      ...made
    } = demoRecord(first + n, 0, ulid(), number, dossierCode(node, number));
    await at.dossiers.create(
      id,
      {
        ...made,
        node,
        submitted: accepted,
        acceptedAt: `${accepted}T02:00:00.000Z`,
        window: { earliest: accepted, latest: addDays(accepted, 90) },
        releaseVersion: 0,
      },
      { action: 'dossier.create', by, with: [next.take] },
    );
  }
  const dossier = await at.dossiers.get(id);
  if (dossier === undefined) throw new Error(`No dossier ${id}`);
  for (const { id: transferId, body, told } of await missingTransfers(at, [dossier], 'demo'))
    await at.transfers.create(transferId, body, told);
  return id;
};

/** Brings transfers of a province's archive in each state, through the interfaces that its keeper and the receiver use; those that stand so already stay. */
export const loadTransfers = async (
  at: At,
  node: string,
  { sender, receiver }: { sender: Client; receiver: Client },
): Promise<void> => {
  const today = dayOf(at.clock());
  const found: { transfer: Transfer; state: TransferState }[] = [];
  for (const [n, { ago, state }] of wanted.entries()) {
    const id = await owed(at, node, n, addDays(today, -ago));
    const { items } = await sender.call(transfers.dossierTransfers, { params: { id } });
    const [transfer] = items;
    if (transfer?.state === 'due' && state !== 'due') found.push({ transfer, state });
  }
  const of = (...states: TransferState[]) =>
    found.filter(({ state }) => states.includes(state)).map(({ transfer }) => transfer.id);
  for (const id of of('exempt'))
    await sender.call(transfers.exemptTransfer, {
      params: { id },
      body: { ground: 'small-construction', reason: '小型建设项目工程地质勘察（演示）' },
    });
  const send = (ids: string[]) => sender.call(transfers.sendTransfers, { body: { transfers: ids } });
  if (of('sent').length > 0) await send(of('sent'));
  if (of('received', 'refused').length === 0) return;
  const { id } = await send(of('received', 'refused'));
  const params = { id };
  if (of('received').length > 0)
    await receiver.call(transfers.receiveTransfers, { params, body: { transfers: of('received') } });
  if (of('refused').length > 0)
    await receiver.call(transfers.refuseTransfers, { params, body: { transfers: of('refused'), reason } });
};
