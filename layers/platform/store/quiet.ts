import { outboxPartition } from './outbox.ts';
import type { Table, Write } from './table.ts';

const tells = ({ Put }: Write): boolean => Put?.Item?.['pk'] === outboxPartition;

/** A table on which changes are made and their events are not raised: for what is told again, of which everybody heard when it was new. */
export const quietly = (table: Table): Table => ({
  ...table,
  transact: async (writes) => {
    const quiet = writes.filter((write) => !tells(write));
    if (quiet.length > 0) await table.transact(quiet);
  },
});
