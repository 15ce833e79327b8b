import type { ServiceCall } from '../iam/actions.ts';
import { lastOf, type Place } from '../iam/place.ts';
import { dummyAuthorization, type Forwarder, type Reply } from './forward.ts';

/** DynamoDB Local puts every resource into a region of its own. */
const engineRegion = 'ddblocal';
/** A shard iterator begins with its stream's ARN. */
const arnMembers = ['StreamArn', 'ResourceArn', 'ExclusiveStartStreamArn', 'ShardIterator'];
/** Operations whose answers hold ARNs or the region, and no more than a page of a person's data. */
const answersWithPlace = new Set([
  'CreateTable',
  'DescribeTable',
  'UpdateTable',
  'DeleteTable',
  'ListStreams',
  'DescribeStream',
  'GetRecords',
  'DescribeContinuousBackups',
  'UpdateContinuousBackups',
]);

function toEngine(call: ServiceCall): ServiceCall['input'] {
  const changed: Record<string, unknown> = { ...call.input };
  for (const member of arnMembers) {
    const arn = changed[member];
    if (typeof arn === 'string')
      changed[member] = arn.replace(/^arn:[^:]+:dynamodb:[^:]*:/, `arn:aws:dynamodb:${engineRegion}:`);
  }
  const table = changed['TableName'];
  if (typeof table === 'string') changed['TableName'] = lastOf(table, 'table/');
  return changed;
}

/** Forwards a DynamoDB (Streams) request to DynamoDB Local and gives its ARNs the place of this endpoint. */
export async function forwardDynamoDb(
  forwarder: Forwarder,
  engineUrl: string,
  place: Place,
  target: string,
  call: ServiceCall,
): Promise<Reply> {
  const reply = await forwarder.send(
    engineUrl,
    {
      'x-amz-target': target,
      'content-type': 'application/x-amz-json-1.0',
      authorization: dummyAuthorization(place.region, 'dynamodb'),
    },
    Buffer.from(JSON.stringify(toEngine(call))),
  );
  if (!answersWithPlace.has(call.operation)) return reply;
  const text = reply.body
    .toString()
    .replaceAll(
      `arn:aws:dynamodb:${engineRegion}:000000000000:table/`,
      `arn:${place.partition}:dynamodb:${place.region}:${place.account}:table/`,
    )
    // Quotes inside a person's data are escaped, so this text can only be the member itself.
    .replaceAll(`"awsRegion":"${engineRegion}"`, `"awsRegion":"${place.region}"`);
  const { 'x-amz-crc32': _stale, ...headers } = reply.headers;
  return { ...reply, headers, body: Buffer.from(text) };
}
