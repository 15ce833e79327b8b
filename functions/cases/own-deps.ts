import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { type LetterStore, letterStore } from './letter-store.ts';
import { type OwnCases, ownCases } from './own-store.ts';

/** What the asker's side works with, in the intake plane. */
export type OwnCaseDeps = Pick<
  IntakeDeps,
  | 'table'
  | 'clock'
  | 'settings'
  | 'deposits'
  | 'tasks'
  | 'documents'
  | 'ownNotices'
  | 'mandates'
  | 'organisations'
> & {
  letters: LetterStore;
  own: OwnCases;
  bucket: Pick<Bucket, 'head' | 'read' | 'signPut' | 'signGet'>;
};

export const ownCaseStores = (table: Table, clock: Clock) => ({
  letters: letterStore(table, clock),
  own: ownCases(table),
});
