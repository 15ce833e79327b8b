import { registerEntry } from '@geoarchive/contract/supervision-parts.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { TaskSource } from '@geoarchive/domain/publication.ts';
import { registerLifecycle } from '@geoarchive/domain/supervision/register.ts';
import { aggregates, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { idOf } from './ids.ts';

const recorded = z.object({ taskId: z.string(), digest: z.string(), waiting: z.boolean().optional() });
export const registerBody = registerEntry.extend({
  /** The archive that receives its data, by the rules when it was last looked at. */
  node: z.string(),
  /** The tasks made from it, by what each is for. */
  tasks: z.record(z.string(), recorded),
  updatedAt: z.string(),
});
export type RegisterBody = z.infer<typeof registerBody>;
export type RegisterItem = Item<RegisterBody, 'recorded'>;

/** The whole register is read shard by shard: one partition would not bear the reads and writes of all. */
export const shardCount = 16;
export const shardOf = (id: string): number => id.charCodeAt(id.length - 1) % shardCount;
const shard = (no: number): string => `register#${no}`;

export const registerId = (kind: TaskSource, number: string): string => idOf('register', kind, number);

/** The registers of the archive plane: found by kind and number, listed by node, by holder, and shard by shard. */
export const registerStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'register',
    table,
    clock,
    schema: registerBody,
    lifecycle: registerLifecycle,
    lists: ({ id, body }) => {
      const holder = body.holders.at(-1)?.organisation;
      return {
        gsi1: { in: shard(shardOf(id)), by: id },
        // One without terms was taken back by undoing its import: looked through, and listed no more.
        ...(body.terms.length === 0
          ? {}
          : { gsi2: { in: `registers#${body.node}#${body.kind}`, by: `${body.number}#${id}` } }),
        ...(body.terms.length === 0 || holder === undefined
          ? {}
          : { gsi3: { in: `registers-of#${holder}`, by: `${body.number}#${id}` } }),
      };
    },
  });
  const key = (id: string) => ({ pk: `register#${id}`, sk: 'item' });
  return {
    ...store,
    /**
     * Entries of a shard in the order of their ids, from after one of them on, and whether there are more: an answer holds a megabyte,
     * so of entries with long histories it gives fewer than asked for.
     */
    async shardFrom(
      no: number,
      after: string | undefined,
      limit: number,
    ): Promise<{ items: RegisterItem[]; more: boolean }> {
      const { rows, next } = await table.query({
        index: 'gsi1',
        partition: shard(no),
        limit,
        ...(after === undefined ? {} : { start: { ...key(after), gsi1pk: shard(no), gsi1sk: after } }),
      });
      return { items: rows.map(store.read), more: next !== undefined };
    },
    /** How many entries there are. */
    async count(): Promise<number> {
      const counts = await Promise.all(
        Array.from({ length: shardCount }, (_, no) => table.count('gsi1', shard(no))),
      );
      return counts.reduce((sum, one) => sum + one, 0);
    },
    byNumber: (kind: TaskSource, number: string) => store.get(registerId(kind, number)),
    /** Entries of a node and kind whose number begins so, by number. */
    async ofNode(
      node: string,
      kind: TaskSource,
      number: string | undefined,
      page: { cursor?: string | undefined; limit: number },
    ) {
      return store.list('gsi2', `registers#${node}#${kind}`, { ...page, prefix: number });
    },
  };
};
export type RegisterStore = ReturnType<typeof registerStore>;
