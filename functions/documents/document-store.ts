import { storedDocument } from '@geoarchive/contract/documents.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { documentLifecycle } from '@geoarchive/domain/documents.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';

const body = storedDocument.omit({ number: true, state: true, version: true });

/**
 * The papers of a plane by their numbers, listed by node, by node and kind, and by the deposit, or other thing, they are about. Intake,
 * where nobody looks through an archive's papers, lists in the first list those that are about no deposit by whom they are for.
 */
export const documentStore = (table: Table, clock: Clock, plane: 'archive' | 'intake' = 'archive') =>
  aggregates({
    kind: 'document',
    table,
    clock,
    schema: body,
    lifecycle: documentLifecycle,
    lists: ({ id, body: of }) => ({
      ...(plane === 'archive'
        ? { gsi1: { in: `documents#${of.node}`, by: `${of.issuedAt}#${id}` } }
        : of.depositId === undefined
          ? { gsi1: { in: `documents-for#${of.says.submitter}`, by: `${of.issuedAt}#${id}` } }
          : {}),
      gsi2: { in: `documents#${of.node}#${of.kind}`, by: `${of.issuedAt}#${id}` },
      gsi3: { in: `documents-of#${of.depositId ?? of.concerns}`, by: `${of.issuedAt}#${id}` },
    }),
  });
export type DocumentStore = ReturnType<typeof documentStore>;
export type DocumentItem = NonNullable<Awaited<ReturnType<DocumentStore['get']>>>;

/** A paper as people see it. */
export const documentView = ({ id, state, version, body: of }: DocumentItem) => ({
  ...of,
  number: id,
  state,
  version,
});
