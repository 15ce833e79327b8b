import type { Model } from '../template/model.ts';
import { provisionBuckets } from './buckets.ts';
import type { Clients } from './clients.ts';
import { provisionKeys } from './keys.ts';
import { provisionPools } from './pools.ts';
import { provisionQueues } from './queues.ts';
import { provisionTables } from './tables.ts';
import { provisionTopics } from './topics.ts';

/**
 * Makes what the stacks describe on an AWS-compatible endpoint: tables, keys, pools, queues, topics, buckets. Doing it
 * again changes nothing that is as it should be. `pools: false` leaves out sign-in, for endpoints that have none.
 */
export async function provision(
  model: Model,
  clients: Clients,
  options: { pools?: boolean } = {},
): Promise<void> {
  await Promise.all([
    provisionTables(model, clients.dynamodb),
    provisionKeys(model, clients.kms),
    options.pools === false ? undefined : provisionPools(model, clients.cognito),
    provisionQueues(model, clients.sqs).then(() =>
      // Topics and buckets send to queues.
      Promise.all([provisionTopics(model, clients.sns), provisionBuckets(model, clients.s3)]),
    ),
  ]);
}
