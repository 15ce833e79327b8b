import { envelope } from '@geoarchive/contract/events.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { TestTables } from '@geoarchive/platform/testing/table.ts';

/** Events in the outbox in the order in which they were told; those of one millisecond in any. */
export const eventsIn = async (tables: TestTables, table: Table) =>
  (await tables.all(table))
    .filter(({ pk }) => pk === 'outbox')
    .map(({ event }) => envelope.parse(event))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

export const eventTypesIn = async (tables: TestTables, table: Table): Promise<string[]> =>
  (await eventsIn(tables, table)).map(({ type }) => type);

/** Actions in the audit trail of one thing. */
export const auditOf = async (tables: TestTables, table: Table, id: string): Promise<unknown[]> =>
  (await tables.all(table))
    .filter(({ pk }) => pk === `audit#${id}`)
    .sort((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1))
    .map(({ action }) => action);
