import { deposit } from '@geoarchive/contract/deposits.ts';
import { finding } from '@geoarchive/contract/shared.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { depositLifecycle } from '@geoarchive/domain/deposit.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

/** What is stored of a deposit: the contract's view without what is derived on reading. */
const depositBody = deposit.omit({ id: true, state: true, version: true, moves: true, counts: true }).extend({
  /** Set by the hand-in itself: the time that counts for lateness, whenever the receipt is made. */
  handedInAt: z.string().optional(),
});
export type DepositBody = z.infer<typeof depositBody>;

/** Deposits of the intake plane, listed by their organisation, newest first. */
export const depositStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'deposit',
    table,
    clock,
    schema: depositBody,
    lifecycle: depositLifecycle,
    lists: ({ id, body }) => ({ gsi1: { in: `deposits#${body.organisation}`, by: id } }),
  });
export type DepositStore = ReturnType<typeof depositStore>;
export type DepositItem = NonNullable<Awaited<ReturnType<DepositStore['get']>>>;

/** The findings of the package check; kept apart from the deposit because they may be many. */
export const packageFindings = (table: Table) => {
  const key = (depositId: string) => ({ pk: `deposit#${depositId}`, sk: 'check' });
  const summary = z.object({
    findings: z.array(finding),
    formats: z.array(z.object({ id: z.string(), name: z.string(), files: z.number() })),
  });
  return {
    async get(depositId: string): Promise<z.infer<typeof summary>> {
      const row = await table.get(key(depositId));
      return row === undefined ? { findings: [], formats: [] } : summary.parse(row);
    },
    async put(depositId: string, found: z.infer<typeof summary>): Promise<void> {
      await table.writeMany([{ ...key(depositId), ...found }]);
    },
  };
};
