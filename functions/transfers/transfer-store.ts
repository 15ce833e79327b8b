import { transferBody } from '@geoarchive/contract/transfers.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { type TransferState, transferLifecycle } from '@geoarchive/domain/transfer/transfer.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { idOf } from '../supervision/ids.ts';

const reached: readonly TransferState[] = ['sent', 'received', 'refused'];

/** The partition of an archive's transfers in a state. */
export const outList = (node: string, state: TransferState): string => `transfers#${node}#${state}`;
export const inList = (to: string, state: TransferState): string => `transfers-to#${to}#${state}`;

/**
 * Transfers (转送), by due day: those of the archive that sends, the same by state, and by the archive that receives once they were sent to
 * it. There is one of a dossier and a receiver, and its id says so: it is never made twice.
 */
export const transferStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'transfer',
    table,
    clock,
    schema: transferBody,
    lifecycle: transferLifecycle,
    lists: ({ id, state, body: { node, to, due } }) => ({
      gsi1: { in: `transfers#${node}`, by: `${due}#${id}` },
      gsi2: { in: outList(node, state), by: `${due}#${id}` },
      ...(reached.includes(state) ? { gsi3: { in: inList(to, state), by: `${due}#${id}` } } : {}),
    }),
  });
  const key = (id: string) => ({ pk: `transfer#${id}`, sk: 'item' });
  return {
    ...store,
    idFor: (dossierId: string, to: string): string => idOf('transfer', dossierId, to),
    /** Those of these ids that there are, in the order of the ids. */
    async some(ids: readonly string[]) {
      const rows = await table.getMany([...new Set(ids)].map(key));
      const found = new Map(rows.map((row) => store.read(row)).map((item) => [item.id, item]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
  };
};
export type TransferStore = ReturnType<typeof transferStore>;
export type TransferItem = NonNullable<Awaited<ReturnType<TransferStore['get']>>>;
