import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import { envelope } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import middy from '@middy/core';
import * as z from 'zod';
import { inBatches } from './batches.ts';
import { documentClient, snsClient } from './clients.ts';
import { clockOf } from './clock.ts';
import { environment, needed } from './environment.ts';
import { lazy } from './lazy.ts';
import { metricNames } from './metric-names.ts';
import { outboxPartition } from './store/outbox.ts';
import { openTable, type Table } from './store/table.ts';
import { logger, metrics } from './telemetry.ts';

const text = z.object({ S: z.string() });
/** Of a stream record only the outbox key is read; the event itself comes from the table, consistently. */
const streamEvent = z.object({
  Records: z.array(
    z.object({ eventName: z.string(), dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }) }) }),
  ),
});
const outboxRow = z.object({ pk: z.string(), sk: z.string(), event: envelope });

type RelayDeps = { table: Table; sns: () => SNSClient; topic: string; clock: Clock };

const fromEnvironment = (): RelayDeps => {
  const env = environment();
  const documents = lazy(() => documentClient(env));
  return {
    table: openTable(env.TABLE_NAME, documents),
    sns: lazy(() => snsClient(env)),
    topic: needed(env, 'TOPIC_ARN'),
    clock: clockOf(env),
  };
};

/**
 * The relay of a plane: publishes what the stream shows in the outbox and deletes it once published; called by its schedule it
 * sweeps whatever is left (streams keep 24 hours). Published twice at worst: listeners are idempotent.
 */
export const relayHandler = (build = fromEnvironment) => {
  const deps = lazy(build);

  const publishSome = async (some: z.infer<typeof outboxRow>[]): Promise<void> => {
    const { sns, topic, table } = deps();
    const reply = await sns().send(
      new PublishBatchCommand({
        TopicArn: topic,
        PublishBatchRequestEntries: some.map(({ event }) => ({
          Id: event.id,
          Message: JSON.stringify(event),
          MessageAttributes: { type: { DataType: 'String', StringValue: event.type } },
        })),
      }),
    );
    const failed = new Set((reply.Failed ?? []).map((entry) => entry.Id));
    await table.writeMany(
      [],
      some.filter(({ event }) => !failed.has(event.id)).map(({ pk, sk }) => ({ pk, sk })),
    );
    metrics().addMetric(metricNames.published, MetricUnit.Count, some.length - failed.size);
    if (failed.size > 0) throw new Error(`${failed.size} events were not taken by the topic`);
  };

  /** Publishes all that can be: an event that the topic refuses does not stand in the way of those behind it. */
  const publish = async (rows: unknown[]): Promise<void> => {
    let refused: unknown;
    const parsed = rows.map((row) => outboxRow.parse(row));
    for (const some of inBatches(parsed, ({ event }) => Buffer.byteLength(JSON.stringify(event))))
      await publishSome(some).catch((error: unknown) => {
        refused = error;
      });
    if (refused !== undefined) throw refused;
  };

  const sweep = async (): Promise<void> => {
    const { table, clock } = deps();
    let oldest = 0;
    let rows: unknown[] = [];
    let refused: unknown;
    const send = (some: unknown[]) =>
      publish(some).catch((error: unknown) => {
        refused = error;
      });
    for await (const row of table.each(outboxPartition)) {
      const { event } = outboxRow.parse(row);
      oldest = Math.max(oldest, (clock().getTime() - Date.parse(event.at)) / 1000);
      rows.push(row);
      if (rows.length >= 100) {
        await send(rows);
        rows = [];
      }
    }
    await send(rows);
    metrics().addMetric(metricNames.outboxAge, MetricUnit.Seconds, oldest);
    if (refused !== undefined) throw refused;
    metrics().addMetric(metricNames.jobDone, MetricUnit.Count, 1);
  };

  const handle = async (event: unknown): Promise<{ batchItemFailures: [] }> => {
    const stream = streamEvent.safeParse(event);
    if (!stream.success) {
      await sweep();
      return { batchItemFailures: [] };
    }
    const keys = stream.data.Records.filter((record) => record.eventName === 'INSERT')
      .map(({ dynamodb }) => ({ pk: dynamodb.Keys.pk.S, sk: dynamodb.Keys.sk.S }))
      .filter(({ pk }) => pk === outboxPartition);
    // A row that is gone was published by the sweep or an earlier try.
    const rows = await deps().table.getMany(keys);
    await publish(rows.map((row) => outboxRow.parse(row)).sort((a, b) => (a.sk < b.sk ? -1 : 1)));
    return { batchItemFailures: [] };
  };
  return middy().use(injectLambdaContext(logger())).use(logMetrics(metrics())).handler(handle);
};
