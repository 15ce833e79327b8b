import { readingFacts } from '@geoarchive/contract/readings.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { readingLifecycle } from '@geoarchive/domain/service/reading.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';

/** Readings at terminals, by their grant. */
export const readingStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'reading',
    table,
    clock,
    schema: readingFacts,
    lifecycle: readingLifecycle,
    lists: ({ id, body: of }) => ({ gsi1: { in: `readings-of#${of.grantId}`, by: id } }),
  });
export type ReadingStore = ReturnType<typeof readingStore>;
export type ReadingItem = NonNullable<Awaited<ReturnType<ReadingStore['get']>>>;
