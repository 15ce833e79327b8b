import { holdingRow } from '@geoarchive/contract/custody-holdings.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { rowBatches } from '../archive/row-batches.ts';
import { agreementStore } from './agreement-store.ts';
import { holdingImports } from './holding-imports.ts';
import { holdingListStore } from './holding-list-store.ts';
import { holdingStore } from './holding-store.ts';
import { inspectionStore, rectificationStore } from './inspection-store.ts';

/** The stores of custody, one an entity. */
export const custodyStores = (table: Table, clock: Clock) => ({
  agreements: agreementStore(table, clock),
  holdingLists: holdingListStore(table, clock),
  holdings: holdingStore(table),
  holdingBatches: rowBatches(table, clock, { kind: 'holding', row: holdingRow }),
  holdingImports: holdingImports(table),
  inspections: inspectionStore(table, clock),
  rectifications: rectificationStore(table, clock),
});
export type CustodyStores = ReturnType<typeof custodyStores>;

export type CustodyFiles = { bucket: Pick<Bucket, 'putOnce' | 'readAll' | 'signGet'> };
export type CustodyDeps = CustodyStores & { clock: Clock; settings: FunctionSettings; table: Table };
