import type { DeadLetterQueue } from '@geoarchive/contract/operations.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Plane } from '@geoarchive/domain/planes.ts';
import { documentClient, sqsClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { type DeadLetters, openDeadLetters } from '@geoarchive/platform/dead-letters.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

/** A queue of messages put aside, and the address of the queue they can be sent back to. */
export type Aside = {
  name: string;
  kind: DeadLetterQueue['kind'];
  letters: DeadLetters;
  to: { name: string; url: string } | undefined;
};
export type OperationsDeps = { plane: Plane; clock: Clock; table: Table; queues: readonly Aside[] };

/** What the stack tells: one queue's address, and of each queue its name; the addresses differ in the name only. */
const told = z.object({
  address: z.string(),
  queues: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['worker', 'job', 'relay']),
      from: z.string(),
      to: z.string().optional(),
    }),
  ),
});

/** The dependencies as the functions in the cloud have them; each knows the queues of its own plane only. */
export const operationsDeps = (): OperationsDeps => {
  const env = environment();
  const sqs = lazy(() => sqsClient(env));
  const { address, queues } = told.parse(JSON.parse(needed(env, 'DEAD_LETTERS')));
  const urlOf = (name: string) => `${address.slice(0, address.lastIndexOf('/'))}/${name}`;
  return {
    plane: env.PLANE,
    clock: clockOf(env),
    table: openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    ),
    queues: queues.map(({ name, kind, from, to }) => ({
      name,
      kind,
      letters: openDeadLetters(urlOf(from), sqs),
      to: to === undefined ? undefined : { name: to, url: urlOf(to) },
    })),
  };
};
