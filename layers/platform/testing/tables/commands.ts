import {
  type AttributeValue,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  type BatchWriteItemCommandInput,
  type CancellationReason,
  ConditionalCheckFailedException,
  type GetItemCommandInput,
  type QueryCommandInput,
  type QueryCommandOutput,
  ResourceNotFoundException,
  type ScanCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  type TransactWriteItemsCommandInput,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { changed, expectApart, holds } from './evaluate.ts';
import { type Condition, expressionReader } from './expressions.ts';
import { queried } from './key-condition.ts';
import { type Key, keyIn, type List, lists, placeNames, type Shelf } from './shelf.ts';
import { type Item, invalid, itemSize, sameValue } from './values.ts';

/** DynamoDB's limits. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const limits = {
  itemBytes: 400 * 1024,
  pageBytes: 1024 * 1024,
  transaction: { items: 100, bytes: 4 * 1024 * 1024 },
  batchGet: { items: 100, bytes: 16 * 1024 * 1024 },
  batchWrite: 25,
};

/** Throws of anything in a call that is not known here, so that nothing is silently left undone. */
const expectKnown = (input: object, known: readonly string[]): void => {
  for (const [name, value] of Object.entries(input))
    if (value !== undefined && !known.includes(name)) throw new Error(`tables in memory do not know ${name}`);
};

const conditionFailed = 'The conditional request failed';
type Writing = {
  key: Key;
  /** What the item becomes; undefined: it goes. Throws of what cannot be. */
  after(was: Item | undefined): Item | undefined;
  condition: Condition | undefined;
};

type Expressions = {
  ConditionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, AttributeValue> | undefined;
};
const expressions = ['ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'];
const readerOf = (of: Expressions) =>
  expressionReader(of.ExpressionAttributeNames, of.ExpressionAttributeValues);

const conditionOf = (of: Expressions): Condition | undefined => {
  const reader = readerOf(of);
  const condition =
    of.ConditionExpression === undefined ? undefined : reader.condition(of.ConditionExpression);
  reader.done();
  return condition;
};

const expectItem = (item: Item, shelf: Shelf): Item => {
  shelf.check(item);
  if (itemSize(item) > limits.itemBytes) throw invalid('Item size has exceeded the maximum allowed size');
  return item;
};

const onlyKey = (given: Item): Key => {
  if (Object.keys(given).length !== 2) throw invalid('The provided key element does not match the schema');
  return keyIn(given);
};

const putting = (of: Expressions & { Item?: Item | undefined }, shelf: Shelf): Writing => {
  expectKnown(of, ['TableName', 'Item', ...expressions]);
  const item = expectItem(of.Item ?? {}, shelf);
  return { key: keyIn(item), after: () => item, condition: conditionOf(of) };
};
const removing = (of: Expressions & { Key?: Item | undefined }): Writing => {
  expectKnown(of, ['TableName', 'Key', ...expressions]);
  return { key: onlyKey(of.Key ?? {}), after: () => undefined, condition: conditionOf(of) };
};
const checking = (of: Expressions & { Key?: Item | undefined }): Writing => {
  expectKnown(of, ['TableName', 'Key', ...expressions]);
  return { key: onlyKey(of.Key ?? {}), after: (was) => was, condition: conditionOf(of) };
};
const updating = (
  of: Expressions & { Key?: Item | undefined; UpdateExpression?: string | undefined },
  shelf: Shelf,
): Writing => {
  expectKnown(of, ['TableName', 'Key', 'UpdateExpression', 'ReturnValues', ...expressions]);
  const given = of.Key ?? {};
  const key = onlyKey(given);
  const reader = readerOf(of);
  const changes = of.UpdateExpression === undefined ? [] : reader.changes(of.UpdateExpression);
  const condition =
    of.ConditionExpression === undefined ? undefined : reader.condition(of.ConditionExpression);
  reader.done();
  expectApart(changes);
  for (const { path } of changes)
    if (path[0] === 'pk' || path[0] === 'sk')
      throw invalid(`Cannot update attribute ${path[0]}. This attribute is part of the key`);
  return { key, after: (was) => expectItem(changed(was ?? given, changes), shelf), condition };
};

const writingOf = (of: TransactWriteItem, shelf: Shelf): Writing => {
  expectKnown(of, ['Put', 'Delete', 'Update', 'ConditionCheck']);
  if (Object.values(of).filter((one) => one !== undefined).length !== 1)
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  if (of.Put !== undefined) return putting(of.Put, shelf);
  if (of.Delete !== undefined) return removing(of.Delete);
  if (of.Update !== undefined) return updating(of.Update, shelf);
  if (of.ConditionCheck !== undefined) return checking(of.ConditionCheck);
  throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
};

const stored = (shelf: Shelf, key: Key, item: Item | undefined): void => {
  if (item === undefined) shelf.remove(key);
  else shelf.put(item);
};
const fits = (condition: Condition | undefined, was: Item | undefined): boolean =>
  condition === undefined || holds(was ?? {}, condition);

const expectDifferent = (keys: readonly Key[], what: string): void => {
  if (new Set(keys.map(({ pk, sk }) => JSON.stringify([pk, sk]))).size < keys.length) throw invalid(what);
};

/** A page of items: as many as its limits let in, and where the next one goes on. */
const paged = (items: Iterable<Item>, names: readonly string[], most = Number.POSITIVE_INFINITY) => {
  const page: Item[] = [];
  let size = 0;
  let isWhole = true;
  for (const item of items) {
    page.push(item);
    size += itemSize(item);
    if (page.length < most && size <= limits.pageBytes) continue;
    isWhole = false;
    break;
  }
  const last = page.at(-1);
  const next =
    isWhole || last === undefined
      ? undefined
      : Object.fromEntries(names.map((name) => [name, last[name] as AttributeValue]));
  return { page, next };
};

const listOf = (name: string | undefined): List | undefined => {
  if (name === undefined) return undefined;
  const found = lists.find((list) => list === name);
  if (found === undefined) throw invalid(`The table does not have the specified index: ${name}`);
  return found;
};

/** The commands that the system sends, on tables in memory, with DynamoDB's answers and errors. */
export const commandsOn = (shelfOf: (name: string | undefined) => Shelf | undefined) => {
  const shelf = (name: string | undefined): Shelf => {
    const found = shelfOf(name);
    if (found === undefined)
      throw new ResourceNotFoundException({
        message: 'Cannot do operations on a non-existent table',
        $metadata: {},
      });
    return found;
  };

  const update = (input: UpdateItemCommandInput) => {
    if (input.ReturnValues !== undefined && input.ReturnValues !== 'ALL_NEW')
      throw new Error(`tables in memory do not know ${input.ReturnValues}`);
    const on = shelf(input.TableName);
    const writing = updating(input, on);
    const was = on.get(writing.key);
    if (!fits(writing.condition, was))
      throw new ConditionalCheckFailedException({ message: conditionFailed, $metadata: {} });
    const item = writing.after(was);
    stored(on, writing.key, item);
    if (input.ReturnValues === undefined) return {};
    return { Attributes: item };
  };

  const transact = (input: TransactWriteItemsCommandInput) => {
    expectKnown(input, ['TransactItems']);
    const items = input.TransactItems ?? [];
    if (items.length === 0 || items.length > limits.transaction.items)
      throw invalid('Member must have length less than or equal to 100 and at least 1');
    const all = items.map((of) => {
      const on = shelf((of.Put ?? of.Delete ?? of.Update ?? of.ConditionCheck)?.TableName);
      return { on, ...writingOf(of, on) };
    });
    // One table a plane: nothing writes two in one transaction.
    expectDifferent(
      all.map(({ key }) => key),
      'Transaction request cannot include multiple operations on one item',
    );
    const afters: (Item | undefined)[] = [];
    const reasons = all.map(({ on, key, after, condition }): CancellationReason => {
      const was = on.get(key);
      if (!fits(condition, was)) return { Code: 'ConditionalCheckFailed', Message: conditionFailed };
      try {
        afters.push(after(was));
        return { Code: 'None' };
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ValidationException') throw error;
        return { Code: 'ValidationError', Message: error.message };
      }
    });
    if (reasons.some(({ Code }) => Code !== 'None'))
      throw new TransactionCanceledException({
        message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
        CancellationReasons: reasons,
        $metadata: {},
      });
    const size = afters.reduce((total, item) => total + (item === undefined ? 0 : itemSize(item)), 0);
    if (size > limits.transaction.bytes)
      throw invalid('Collection size of the transaction request exceeded limit: 4 MB');
    for (const [no, { on, key }] of all.entries()) stored(on, key, afters[no]);
    return {};
  };

  const query = (input: QueryCommandInput): Omit<QueryCommandOutput, '$metadata'> => {
    expectKnown(input, [
      ...['TableName', 'IndexName', 'ConsistentRead', 'KeyConditionExpression', 'ExpressionAttributeNames'],
      ...['ExpressionAttributeValues', 'ExclusiveStartKey', 'Limit', 'ScanIndexForward', 'Select'],
    ]);
    const on = shelf(input.TableName);
    const list = listOf(input.IndexName);
    if (list !== undefined && input.ConsistentRead === true)
      throw invalid('Consistent reads are not supported on global secondary indexes');
    if (input.Limit !== undefined && input.Limit < 1)
      throw invalid('Limit must be greater than or equal to 1');
    const names = placeNames(list);
    const reader = readerOf(input);
    const condition = reader.condition(input.KeyConditionExpression ?? '');
    reader.done();
    const { partition, narrowed } = queried(condition, names);
    const start = input.ExclusiveStartKey;
    if (start !== undefined && Object.keys(start).sort().join() !== [...names].sort().join())
      throw invalid('The provided starting key is invalid');
    if (start !== undefined && !sameValue(start[names[0] ?? ''] ?? { NULL: true }, { S: partition }))
      throw invalid('The provided starting key is outside query boundaries based on provided conditions');
    if (start !== undefined && narrowed !== undefined && !holds(start, narrowed))
      throw invalid('The provided starting key is outside query boundaries based on provided conditions');
    if (input.Select !== undefined && input.Select !== 'COUNT')
      throw new Error(`tables in memory do not know ${input.Select}`);
    const items = on.partition({
      partition,
      forward: input.ScanIndexForward !== false,
      ...(list === undefined ? {} : { list }),
      ...(start === undefined ? {} : { start }),
    });
    const { page, next } = paged(
      narrowed === undefined ? items : items.filter((item) => holds(item, narrowed)),
      names,
      input.Limit,
    );
    const counts = { Count: page.length, ScannedCount: page.length };
    return {
      ...(input.Select === 'COUNT' ? counts : { Items: page, ...counts }),
      ...(next === undefined ? {} : { LastEvaluatedKey: next }),
    };
  };

  const scan = (input: ScanCommandInput) => {
    expectKnown(input, ['TableName', 'ConsistentRead', 'ExclusiveStartKey']);
    const every = shelf(input.TableName).every();
    const start = input.ExclusiveStartKey;
    const at =
      start === undefined
        ? 0
        : 1 +
          every.findIndex((item) => placeNames(undefined).every((name) => item[name]?.S === start[name]?.S));
    const { page, next } = paged(every.slice(at), placeNames(undefined));
    return {
      Items: page,
      Count: page.length,
      ScannedCount: page.length,
      ...(next === undefined ? {} : { LastEvaluatedKey: next }),
    };
  };

  const get = (input: GetItemCommandInput) => {
    expectKnown(input, ['TableName', 'Key', 'ConsistentRead']);
    const Item = shelf(input.TableName).get(onlyKey(input.Key ?? {}));
    return Item === undefined ? {} : { Item };
  };

  const getMany = (input: BatchGetItemCommandInput): Omit<BatchGetItemCommandOutput, '$metadata'> => {
    expectKnown(input, ['RequestItems']);
    const Responses: Record<string, Item[]> = {};
    const UnprocessedKeys: NonNullable<BatchGetItemCommandInput['RequestItems']> = {};
    let size = 0;
    for (const [name, wanted] of Object.entries(input.RequestItems ?? {})) {
      expectKnown(wanted, ['Keys', 'ConsistentRead']);
      const keys = wanted.Keys ?? [];
      if (keys.length === 0 || keys.length > limits.batchGet.items)
        throw invalid('Too many items requested for the BatchGetItem call');
      expectDifferent(keys.map(onlyKey), 'Provided list of item keys contains duplicates');
      const found: Item[] = [];
      const left: Item[] = [];
      for (const key of keys) {
        const item = shelf(name).get(onlyKey(key));
        if (item === undefined) continue;
        size += itemSize(item);
        if (size > limits.batchGet.bytes) left.push(key);
        else found.push(item);
      }
      Responses[name] = found;
      if (left.length > 0) UnprocessedKeys[name] = { ...wanted, Keys: left };
    }
    return { Responses, UnprocessedKeys };
  };

  const writeMany = (input: BatchWriteItemCommandInput) => {
    expectKnown(input, ['RequestItems']);
    for (const [name, requests] of Object.entries(input.RequestItems ?? {})) {
      if (requests.length === 0 || requests.length > limits.batchWrite)
        throw invalid('Too many items requested for the BatchWriteItem call');
      const on = shelf(name);
      const all = requests.map(({ PutRequest, DeleteRequest }) =>
        PutRequest !== undefined ? putting(PutRequest, on) : removing(DeleteRequest ?? { Key: {} }),
      );
      expectDifferent(
        all.map(({ key }) => key),
        'Provided list of item keys contains duplicates',
      );
      for (const { key, after } of all) stored(on, key, after(undefined));
    }
    return {};
  };

  return {
    GetItemCommand: get,
    QueryCommand: query,
    ScanCommand: scan,
    UpdateItemCommand: update,
    TransactWriteItemsCommand: transact,
    BatchGetItemCommand: getMany,
    BatchWriteItemCommand: writeMany,
  };
};
