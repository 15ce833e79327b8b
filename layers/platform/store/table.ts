import {
  BatchGetCommand,
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { inParallel } from '../parallel.ts';
import { together } from './together.ts';

export type Row = Record<string, unknown>;
export type Key = { pk: string; sk: string };
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Update = Omit<UpdateCommandInput, 'TableName' | 'Key' | 'ReturnValues'>;

/** Raised when a condition of a write did not hold: somebody was there first. */
export class ConditionFailed extends Error {
  /** Positions in the transaction whose condition failed. */
  readonly at: readonly number[];
  constructor(at: readonly number[]) {
    super('A condition of the write did not hold');
    this.name = 'ConditionFailed';
    this.at = at;
  }
}

/** Batches under way at once: enough to hide the way to the table, few enough not to crowd it. */
const batchesAtOnce = 4;

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const conflictTries = 8;

type Cancelled = Error & { CancellationReasons?: { Code?: string }[] };
const isCancelled = (error: unknown): error is Cancelled =>
  error instanceof Error && error.name === 'TransactionCanceledException';

/** How a query is narrowed by the sort text, if it is. */
const narrowedBy = (of: { prefix?: string; range?: readonly [string, string] | undefined }) => {
  if (of.range !== undefined)
    return { by: '#s BETWEEN :from AND :to', values: { ':from': of.range[0], ':to': of.range[1] } };
  return of.prefix === undefined ? undefined : { by: 'begins_with(#s, :s)', values: { ':s': of.prefix } };
};

/** One plane's table: the few operations that the system uses, with paging and retries inside. */
export const openTable = (name: string, client: () => DynamoDBDocumentClient) => {
  const transact = async (writes: Write[]): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client().send(new TransactWriteCommand({ TransactItems: writes }));
        return;
      } catch (error) {
        if (!isCancelled(error)) throw error;
        const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
        const failed = codes.flatMap((code, at) => (code === 'ConditionalCheckFailed' ? [at] : []));
        if (failed.length > 0) throw new ConditionFailed(failed);
        // TransactionConflict: another transaction touched one of the items in the same instant. Wait with jitter.
        if (!codes.includes('TransactionConflict') || attempt >= conflictTries) throw error;
        await pause(20 * 2 ** attempt * Math.random());
      }
    }
  };

  const update = async (key: Key, change: Update): Promise<Row> => {
    try {
      const done = await client().send(
        new UpdateCommand({ TableName: name, Key: key, ...change, ReturnValues: 'ALL_NEW' }),
      );
      return done.Attributes ?? {};
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException')
        throw new ConditionFailed([0]);
      throw error;
    }
  };

  const query = async (of: {
    index?: string | undefined;
    partition: string;
    prefix?: string;
    /** From one sort text to another, both included; beside it a prefix counts for nothing. */
    range?: readonly [from: string, to: string] | undefined;
    start?: Row | undefined;
    limit?: number | undefined;
    newestFirst?: boolean | undefined;
  }): Promise<{ rows: Row[]; next: Row | undefined }> => {
    const [pk, sk] = of.index === undefined ? ['pk', 'sk'] : [`${of.index}pk`, `${of.index}sk`];
    const narrowed = narrowedBy(of);
    const found = await client().send(
      new QueryCommand({
        TableName: name,
        ...(of.index === undefined ? { ConsistentRead: true } : { IndexName: of.index }),
        KeyConditionExpression: ['#p = :p', ...(narrowed === undefined ? [] : [narrowed.by])].join(' AND '),
        ExpressionAttributeNames: { '#p': pk, ...(narrowed === undefined ? {} : { '#s': sk }) },
        ExpressionAttributeValues: { ':p': of.partition, ...narrowed?.values },
        ...(of.start === undefined ? {} : { ExclusiveStartKey: of.start }),
        ...(of.limit === undefined ? {} : { Limit: of.limit }),
        ScanIndexForward: of.newestFirst !== true,
      }),
    );
    return { rows: found.Items ?? [], next: found.LastEvaluatedKey };
  };

  /**
   * How many rows a list holds, or those whose sort text is before `before`, and beside it from `from` on: both the beginnings of sort
   * texts, such as days.
   */
  const count = async (index: string, partition: string, before?: string, from?: string): Promise<number> => {
    // No list has a row at a bare bound: its sort texts go on with an id. So the end that BETWEEN includes holds nothing.
    const narrowed = from === undefined ? '#s < :s' : '#s BETWEEN :f AND :s';
    let total = 0;
    let start: Row | undefined;
    do {
      const found = await client().send(
        new QueryCommand({
          TableName: name,
          IndexName: index,
          Select: 'COUNT',
          KeyConditionExpression: before === undefined ? '#p = :p' : `#p = :p AND ${narrowed}`,
          ExpressionAttributeNames: {
            '#p': `${index}pk`,
            ...(before === undefined ? {} : { '#s': `${index}sk` }),
          },
          ExpressionAttributeValues: {
            ':p': partition,
            ...(before === undefined ? {} : { ':s': before }),
            ...(before === undefined || from === undefined ? {} : { ':f': from }),
          },
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      total += found.Count ?? 0;
      start = found.LastEvaluatedKey;
    } while (start !== undefined);
    return total;
  };

  /** Every row of a partition, page after page. */
  async function* each(partition: string, prefix?: string): AsyncGenerator<Row> {
    let start: Row | undefined;
    do {
      const { rows, next } = await query({ partition, ...(prefix === undefined ? {} : { prefix }), start });
      yield* rows;
      start = next;
    } while (start !== undefined);
  }

  /** Gets up to any number of rows, 100 a call; what is missing is left out. */
  const getMany = async (keys: Key[]): Promise<Row[]> => {
    const found: Row[] = [];
    await inParallel(chunks(keys, 100), batchesAtOnce, async (some) => {
      let wanted: Record<string, unknown>[] = some;
      for (let attempt = 0; wanted.length > 0; attempt += 1) {
        if (attempt > 0) await pause(50 * 2 ** Math.min(attempt, 6));
        const reply = await client().send(
          new BatchGetCommand({ RequestItems: { [name]: { Keys: wanted, ConsistentRead: true } } }),
        );
        found.push(...(reply.Responses?.[name] ?? []));
        wanted = reply.UnprocessedKeys?.[name]?.Keys ?? [];
      }
    });
    return found;
  };

  const getOne = async (key: Key): Promise<Row | undefined> =>
    (await client().send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }))).Item;
  const get = together(getOne, getMany);

  /** Puts and deletes any number of rows, 25 a call, unconditionally: only for what may be repeated. */
  const writeMany = async (puts: (Row & Key)[], deletes: Key[] = []): Promise<void> => {
    const requests = [
      ...puts.map((Item) => ({ PutRequest: { Item } })),
      ...deletes.map((Key) => ({ DeleteRequest: { Key } })),
    ];
    await inParallel(chunks(requests, 25), batchesAtOnce, async (some) => {
      let left: Record<string, unknown>[] = some;
      for (let attempt = 0; left.length > 0; attempt += 1) {
        if (attempt > 0) await pause(50 * 2 ** Math.min(attempt, 6));
        const reply = await client().send(new BatchWriteCommand({ RequestItems: { [name]: left } }));
        left = reply.UnprocessedItems?.[name] ?? [];
      }
    });
  };

  return { name, transact, update, get, query, count, each, getMany, writeMany };
};
export type Table = ReturnType<typeof openTable>;
