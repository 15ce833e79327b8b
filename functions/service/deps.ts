import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { type CopyStore, copyStore } from './copy-store.ts';
import { type GrantStore, grantStore } from './grant-store.ts';
import { type LoanStore, loanStore } from './loan-store.ts';
import { type ReadingStore, readingStore } from './reading-store.ts';
import { type UsageStore, usageStore } from './usage-store.ts';

/** What the use cases of use work with, in the archive plane. */
export type ServiceDeps = CaseDeps &
  Pick<ArchiveDeps, 'dossiers' | 'dossierFiles' | 'documents'> & {
    settings: Pick<ArchiveDeps['settings'], 'use' | 'prices' | 'nodes'>;
    grants: GrantStore;
    usage: UsageStore;
    loans: LoanStore;
    readings: ReadingStore;
    copies: CopyStore;
  };

export const serviceStores = (table: Table, clock: Clock) => ({
  grants: grantStore(table, clock),
  usage: usageStore(table),
  loans: loanStore(table, clock),
  readings: readingStore(table, clock),
  copies: copyStore(table, clock),
});
