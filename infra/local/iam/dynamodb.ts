import { arnAt, isRecord, lastOf, type Place, recordsOf, textOf } from './place.ts';
import type { Demand } from './statement.ts';

type Input = Readonly<Record<string, unknown>>;

/** Operations on one table that need the right of the same name. */
const onTable = new Set([
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'CreateTable',
  'DescribeTable',
  'UpdateTable',
  'DeleteTable',
  'DescribeTimeToLive',
  'UpdateTimeToLive',
  'DescribeContinuousBackups',
  'UpdateContinuousBackups',
]);
const onTags = new Set(['ListTagsOfResource', 'TagResource', 'UntagResource']);
const transactRights: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** ARNs come back from a stream's shard iterator, which DynamoDB Local builds around the stream's own ARN. */
const streamOfIterator = (iterator: string): string => /arn:[^|"]+/.exec(iterator)?.[0] ?? '';

/**
 * The rights that a DynamoDB or DynamoDB Streams request needs: a transaction needs the single-item right for each of
 * its items, a query on an index the right on `table/X/index/Y`. An unknown operation throws.
 */
export function dynamodbDemands(operation: string, input: Input, place: Place): Demand[] {
  const table = (name: unknown, rest = '') =>
    arnAt(place, 'dynamodb', `table/${lastOf(typeof name === 'string' ? name : '', 'table/')}${rest}`);
  const demand = (action: string, resource: string): Demand => ({ action: `dynamodb:${action}`, resource });
  const stream = (arn: string) =>
    arn.replace(/^arn:[^:]+:dynamodb:[^:]*:[^:]*:/, arnAt(place, 'dynamodb', ''));

  if (onTable.has(operation)) return [demand(operation, table(input['TableName']))];
  if (onTags.has(operation)) return [demand(operation, textOf(input, 'ResourceArn'))];
  switch (operation) {
    case 'ListTables':
      return [demand(operation, arnAt(place, 'dynamodb', 'table/*'))];
    case 'Query':
    case 'Scan': {
      const index = textOf(input, 'IndexName');
      return [demand(operation, table(input['TableName'], index ? `/index/${index}` : ''))];
    }
    case 'BatchGetItem':
    case 'BatchWriteItem': {
      const tables = isRecord(input['RequestItems']) ? Object.keys(input['RequestItems']) : [];
      return tables.map((name) => demand(operation, table(name)));
    }
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return recordsOf(input['TransactItems']).flatMap((item) =>
        Object.entries(item).map(([kind, body]) => {
          const right = transactRights[kind];
          if (!right || !isRecord(body))
            throw new Error(`${operation} holds an unknown kind of item: ${kind}`);
          return demand(right, table(body['TableName']));
        }),
      );
    case 'DescribeStream':
      return [demand(operation, stream(textOf(input, 'StreamArn')))];
    case 'GetShardIterator':
      return [demand(operation, stream(textOf(input, 'StreamArn')))];
    case 'GetRecords':
      return [demand(operation, stream(streamOfIterator(textOf(input, 'ShardIterator'))))];
    case 'ListStreams':
      return [demand(operation, table(input['TableName'] ?? '*', '/stream/*'))];
    default:
      throw new Error(`DynamoDB operation is not known here: ${operation}`);
  }
}
