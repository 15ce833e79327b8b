import { chase } from '@geoarchive/contract/chases.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { type ChaseState, type ChaseTrack, chaseLifecycle } from '@geoarchive/domain/supervision/chase.ts';
import { aggregates, type EventToRaise, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const chaseBody = chase.omit({ id: true, state: true, version: true });
export type ChaseBody = z.infer<typeof chaseBody>;
export type ChaseItem = Item<ChaseBody, ChaseState>;
/** One chase of a track runs of an organisation and archive. */
type Claimed = Pick<ChaseBody, 'node' | 'organisation' | 'track'>;
const claim = z.object({ id: z.string() });

/** What others learn of a chase that moved. */
export const chaseMoved = (id: string, state: ChaseState, body: ChaseBody): EventToRaise => ({
  type: 'ChaseMoved',
  data: { chaseId: id, node: body.node, organisation: body.organisation, state },
});

/** Chases (催交): listed by archive, by organisation, by archive and state. One of a track runs of an organisation and archive at a time. */
export const chaseStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'chase',
    table,
    clock,
    schema: chaseBody,
    lifecycle: chaseLifecycle,
    lists: ({ id, state, body }) => {
      const by = `${body.openedAt}#${id}`;
      return {
        gsi1: { in: `chases#${body.node}`, by },
        gsi2: { in: `chases-of#${body.organisation}`, by },
        gsi3: { in: `chases#${body.node}#${state}`, by },
      };
    },
  });
  const key = ({ node, organisation, track }: Claimed) => ({
    pk: `chase-of#${node}#${organisation}${track === 'fraud' ? '#fraud' : ''}`,
    sk: 'claim',
  });
  return {
    ...store,
    /** The chase of an organisation at an archive that is under way, read consistently. */
    async running(
      node: string,
      organisation: string,
      track: ChaseTrack = 'overdue',
    ): Promise<string | undefined> {
      const row = await table.get(key({ node, organisation, track }));
      return row === undefined ? undefined : claim.parse(row).id;
    },
    /** The write by which a chase is the only one; for the transaction that begins it. */
    claiming: (id: string, of: Claimed): Write => ({
      Put: {
        TableName: table.name,
        Item: { ...key(of), id },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
    /** The write that makes room for another, once this one has ended. */
    freeing: (id: string, of: Claimed): Write => ({
      Delete: {
        TableName: table.name,
        Key: key(of),
        ConditionExpression: 'id = :id',
        ExpressionAttributeValues: { ':id': id },
      },
    }),
  };
};
export type ChaseStore = ReturnType<typeof chaseStore>;
