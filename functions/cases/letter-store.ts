import { caseLetter } from '@geoarchive/contract/case-bundle.ts';
import { letterLifecycle } from '@geoarchive/domain/cases/lifecycle.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';

const body = caseLetter.omit({ letterId: true });

/** The letters that askers wrote, in the intake plane, by their case. */
export const letterStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'case-letter',
    table,
    clock,
    schema: body,
    lifecycle: letterLifecycle,
    lists: ({ body: of }) => ({
      gsi1: { in: `case-letters#${of.caseId}`, by: String(of.no).padStart(5, '0') },
    }),
  });
export type LetterStore = ReturnType<typeof letterStore>;
export type LetterItem = NonNullable<Awaited<ReturnType<LetterStore['get']>>>;
