import { loan } from '@geoarchive/contract/loans.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { loanLifecycle } from '@geoarchive/domain/service/loan.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';

const body = loan.omit({ id: true, version: true, state: true, late: true, moves: true });

/** Loans of an archive: all of them, and those that are out by the day they are due. */
export const loanStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'loan',
    table,
    clock,
    schema: body,
    lifecycle: loanLifecycle,
    lists: ({ id, state, body: of }) => ({
      gsi1: { in: `loans#${of.node}`, by: id },
      ...(state === 'out' ? { gsi2: { in: `loans-out#${of.node}`, by: `${of.due}#${id}` } } : {}),
    }),
  });
export type LoanStore = ReturnType<typeof loanStore>;
export type LoanItem = NonNullable<Awaited<ReturnType<LoanStore['get']>>>;

const placeOf = (node: string, mark: string) => ({ pk: `loan-of#${node}#${mark}`, sk: 'item' });

/** The write that marks a thing as lent: it fails where it is out already. */
export const takingOut = (table: Table, node: string, mark: string, loanId: string): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...placeOf(node, mark), loanId },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});
export const puttingBack = (table: Table, node: string, mark: string): Write => ({
  Delete: { TableName: table.name, Key: placeOf(node, mark) },
});
