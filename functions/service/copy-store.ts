import { copyFacts } from '@geoarchive/contract/copies.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { copyLifecycle } from '@geoarchive/domain/service/copy.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';

/** Requests for copies of an archive: all of them, by their state, and by the grant that was read under. */
export const copyStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'copy',
    table,
    clock,
    schema: copyFacts,
    lifecycle: copyLifecycle,
    lists: ({ id, state, body: of }) => ({
      gsi1: { in: `copies#${of.node}`, by: id },
      gsi2: { in: `copies#${of.node}#${state}`, by: id },
      gsi3: { in: `copies-of#${of.grantId}`, by: id },
    }),
  });
export type CopyStore = ReturnType<typeof copyStore>;
export type CopyItem = NonNullable<Awaited<ReturnType<CopyStore['get']>>>;
