import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Runtime } from '../lambda/runtime.ts';
import { type Clients, createClients } from '../provision/clients.ts';
import type { Model } from '../template/model.ts';
import { openCheckpoints } from './checkpoints.ts';
import { createGiveUp } from './dead-letters.ts';
import { type Mapping, mappings } from './mapping.ts';
import { type Source, startQueueSource } from './queue-source.ts';
import { schedules, startScheduler } from './scheduler.ts';
import { startStreamSource } from './stream-source.ts';

type Options = {
  model: Model;
  runtime: Runtime;
  /** Of the run itself, which may do everything. */
  clients: Clients;
  state: string;
  now(): Date;
  report(problem: string): void;
};
export type Events = { tick(): Promise<void>; close(): Promise<void> };

/** Starts everything that calls functions by itself: queues, streams and schedules. */
export function startEvents({ model, runtime, clients, state, now, report }: Options): Events {
  const giveUp = createGiveUp(model, clients.sqs);
  const checkpoints = openCheckpoints(join(state, 'checkpoints.json'), 250);
  const own: Clients[] = [];
  const { region } = model.place;
  // A batch occupies a processor; more at once than there are processors would only wait for each other.
  const concurrency = Math.max(2, availableParallelism());

  function start(mapping: Mapping): Source {
    // The function's own role consumes, as in the cloud: a missing right shows here.
    const credentials = runtime.credentialsOf(mapping.functionArn);
    const mine = createClients({ endpoint: model.endpoint, region, credentials });
    own.push(mine);
    const invoke = (event: unknown) => runtime.invoke(mapping.functionArn, event);
    if (mapping.source === 'dynamodb') {
      return startStreamSource({ mapping, client: mine.streams, checkpoints, invoke, giveUp, report });
    }
    const queue = model.byArn('AWS::SQS::Queue', mapping.sourceArn);
    if (!queue) throw new Error(`${mapping.id}: no queue ${mapping.sourceArn} in the stacks`);
    return startQueueSource({
      mapping,
      queueUrl: queue.ref(),
      client: mine.sqs,
      region,
      invoke,
      concurrency,
      report,
    });
  }

  const sources = mappings(model).map(start);
  const scheduler = startScheduler({
    schedules: schedules(model),
    now,
    checkpoints: openCheckpoints(join(state, 'schedules.json')),
    invoke: runtime.invoke,
    giveUp,
    report,
  });
  return {
    tick: scheduler.tick,
    async close() {
      await Promise.all([scheduler.close(), ...sources.map((source) => source.close())]);
      checkpoints.close();
      for (const client of own) client.close();
    },
  };
}
