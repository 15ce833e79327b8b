import type { Clock } from '@geoarchive/domain/dates.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { type AgreementStore, agreementStore } from './agreement-store.ts';

/** The stores of custody, one an entity. */
export type CustodyStores = { agreements: AgreementStore };
export const custodyStores = (table: Table, clock: Clock): CustodyStores => ({
  agreements: agreementStore(table, clock),
});

export type CustodyFiles = { bucket: Pick<Bucket, 'putOnce' | 'readAll' | 'signGet'> };
export type CustodyDeps = CustodyStores & { clock: Clock; settings: FunctionSettings; table: Table };
