import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import type { Outcome } from '../lambda/worker.ts';
import type { Checkpoints } from './checkpoints.ts';
import { deliver } from './deliver.ts';
import type { Mapping } from './mapping.ts';
import { fits } from './pattern.ts';
import type { Source } from './queue-source.ts';
import { streamRecord } from './records.ts';

type Options = {
  mapping: Mapping;
  client: DynamoDBStreamsClient;
  checkpoints: Checkpoints;
  invoke(event: unknown): Promise<Outcome>;
  /** Takes a batch that was given up. */
  giveUp(destinationArn: string, body: unknown): Promise<void>;
  report(problem: string): void;
  pollMs?: number;
};

const END = 'end';

/** Reads a table's stream shard by shard, parents first, and hands the records to a function in order. */
export function startStreamSource(options: Options): Source {
  const { mapping, client, checkpoints, report, pollMs = 200 } = options;
  const StreamArn = mapping.sourceArn;
  const stop = new AbortController();
  const running = new Map<string, Promise<void>>();
  const keyOf = (shard: string) => `${mapping.id}/${StreamArn}/${shard}`;

  async function shards(): Promise<Shard[]> {
    const all: Shard[] = [];
    let ExclusiveStartShardId: string | undefined;
    do {
      const { StreamDescription: d } = await client.send(
        new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId }),
      );
      all.push(...(d?.Shards ?? []));
      ExclusiveStartShardId = d?.LastEvaluatedShardId;
    } while (ExclusiveStartShardId);
    return all;
  }

  async function iterator(ShardId: string): Promise<string | undefined> {
    const at = checkpoints.get(keyOf(ShardId));
    const start = { StreamArn, ShardId, ShardIteratorType: mapping.startingPosition };
    if (at === undefined) return (await client.send(new GetShardIteratorCommand(start))).ShardIterator;
    const after = {
      StreamArn,
      ShardId,
      ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
      SequenceNumber: at,
    } as const;
    try {
      return (await client.send(new GetShardIteratorCommand(after))).ShardIterator;
    } catch (error) {
      // Records older than a day are gone: go on with the oldest there is.
      if (!(error instanceof Error && error.name === 'TrimmedDataAccessException')) throw error;
      return (await client.send(new GetShardIteratorCommand({ ...start, ShardIteratorType: 'TRIM_HORIZON' })))
        .ShardIterator;
    }
  }

  async function hand(records: StreamRecord[]): Promise<void> {
    const all = records.map((record) => streamRecord(record, StreamArn));
    const wanted =
      mapping.filters.length === 0 ? all : all.filter((r) => mapping.filters.some((f) => fits(f, r)));
    for (let i = 0; i < wanted.length && !stop.signal.aborted; i += mapping.batchSize) {
      await deliver(wanted.slice(i, i + mapping.batchSize), {
        ...options,
        signal: stop.signal,
      });
    }
  }

  async function read(ShardId: string): Promise<void> {
    let ShardIterator = await iterator(ShardId);
    while (ShardIterator && !stop.signal.aborted) {
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
      await hand(Records);
      const last = Records.at(-1)?.dynamodb?.SequenceNumber;
      if (last && !stop.signal.aborted) checkpoints.set(keyOf(ShardId), last);
      ShardIterator = NextShardIterator;
      if (Records.length === 0 && ShardIterator)
        await pause(pollMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    if (!ShardIterator) checkpoints.set(`${keyOf(ShardId)}/state`, END);
  }

  const isDone = (shard: string) => checkpoints.get(`${keyOf(shard)}/state`) === END;

  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        const all = await shards();
        const present = new Set(all.map((s) => s.ShardId));
        for (const { ShardId, ParentShardId } of all) {
          if (!ShardId || isDone(ShardId) || running.has(ShardId)) continue;
          if (ParentShardId && present.has(ParentShardId) && !isDone(ParentShardId)) continue;
          running.set(ShardId, guarded(ShardId));
        }
      } catch (error) {
        complain(error);
      }
      await pause(1000, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    await Promise.all(running.values());
  }
  async function guarded(ShardId: string): Promise<void> {
    await read(ShardId).catch(complain);
    running.delete(ShardId);
  }
  function complain(error: unknown): void {
    // An iterator made on a still empty stream counts as too old once records come: the next round reads them all.
    const renewed = error instanceof Error && error.name === 'TrimmedDataAccessException';
    if (!stop.signal.aborted && !renewed)
      report(`${mapping.id}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
  }

  const followed = follow();
  return {
    async close() {
      stop.abort();
      await followed;
    },
  };
}
