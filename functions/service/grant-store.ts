import { grantFacts } from '@geoarchive/contract/service-parts.ts';
import { day } from '@geoarchive/contract/shared.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { grantLifecycle } from '@geoarchive/domain/service/grant.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const body = grantFacts.omit({ id: true, version: true, state: true }).extend({
  itemId: z.string(),
  /** `sub` of who granted it: another one reviews it. */
  grantedBy: z.string(),
  /** Numbers of the files that a delivery under way has dealt with. */
  delivered: z.array(z.number().int()).optional(),
  /** The last day of which its person was reminded. */
  remindedOf: day.optional(),
});
export type GrantBody = z.infer<typeof body>;

/** Grants of the archive plane: of a node, of a request, and those that still run by their last day. */
export const grantStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'grant',
    table,
    clock,
    schema: body,
    lifecycle: grantLifecycle,
    lists: ({ id, state, body: of }) => ({
      gsi1: { in: `grants#${of.node}`, by: id },
      gsi2: { in: `grants-of#${of.requestId}`, by: id },
      ...(state === 'preparing' || state === 'active'
        ? { gsi3: { in: 'grants-until', by: `${of.until}#${id}` } }
        : {}),
    }),
  });
export type GrantStore = ReturnType<typeof grantStore>;
export type GrantItem = NonNullable<Awaited<ReturnType<GrantStore['get']>>>;
