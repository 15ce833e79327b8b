import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome } from '../lambda/worker.ts';
import { failedItems } from './item-failures.ts';
import type { Mapping } from './mapping.ts';

type Records = Record<string, unknown>[];
type Options = {
  mapping: Mapping;
  invoke(event: unknown): Promise<Outcome>;
  giveUp(destinationArn: string, body: unknown): Promise<void>;
  report(problem: string): void;
  signal: AbortSignal;
  /** Wait before the n-th repetition, in milliseconds. */
  backoff?: (attempt: number) => number;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const inner = (record: Record<string, unknown>, name: string): unknown =>
  isRecord(record['dynamodb']) ? record['dynamodb'][name] : undefined;
const sequenceOf = (record: Record<string, unknown>): string => String(inner(record, 'SequenceNumber') ?? '');
const ageOf = (record: Record<string, unknown>): number =>
  Date.now() - Number(inner(record, 'ApproximateCreationDateTime') ?? 0) * 1000;

const doubling = (attempt: number): number => Math.min(10_000, 100 * 2 ** attempt);

/**
 * Hands records to a function until all are done or given up, in order: after a failure it goes on from the first
 * that failed; a whole batch that fails is halved when the mapping bisects; retries and age have their limits.
 */
export async function deliver(records: Records, options: Options, attempt = 0): Promise<void> {
  const { mapping, invoke, giveUp, report, signal, backoff = doubling } = options;
  if (records.length === 0 || signal.aborted) return;
  const outcome = await invoke({ Records: records });
  const failed = failedItems(outcome, mapping.reportsItemFailures, records.map(sequenceOf));
  if (failed.size === 0) return;
  const first = records.findIndex((record) => failed.has(sequenceOf(record)));
  const rest = records.slice(first);
  // What came before the first failure is done: the next attempt is the first one for what is left.
  const tried = first > 0 ? 0 : attempt;
  const why = 'error' in outcome ? outcome.error.errorMessage : 'items were reported as failed';
  const old = rest.some((record) => ageOf(record) > mapping.maximumAgeMs);
  if (old || (mapping.maximumRetries >= 0 && tried >= mapping.maximumRetries)) {
    report(`${mapping.id}: ${rest.length} records given up after ${tried + 1} attempts: ${why}`);
    const range = {
      startSequenceNumber: sequenceOf(rest[0] ?? {}),
      endSequenceNumber: sequenceOf(rest.at(-1) ?? {}),
    };
    if (mapping.onFailureArn) {
      await giveUp(mapping.onFailureArn, {
        requestContext: {
          functionArn: mapping.functionArn,
          condition: old ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted',
        },
        DDBStreamBatchInfo: { ...range, streamArn: mapping.sourceArn, batchSize: rest.length },
      });
    }
    return;
  }
  await pause(backoff(tried), undefined, { signal }).catch(() => undefined);
  if (mapping.bisect && rest.length > 1 && first === 0) {
    const half = Math.ceil(rest.length / 2);
    // Halving is no attempt of its own.
    await deliver(rest.slice(0, half), options, tried);
    await deliver(rest.slice(half), options, tried);
    return;
  }
  await deliver(rest, options, tried + 1);
}
