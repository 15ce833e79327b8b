import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { PublishCommand } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { type Clients, createClients } from '../../infra/local/provision/clients.ts';
import { openFunctions } from '../support/functions.ts';
import { openInside } from '../support/inside.ts';
import { sharedEndpoints, sharedState } from '../support/shared-run.ts';

jest.setTimeout(300_000);

/*
 * With the very credentials that each function of the run signs with: which tables, buckets, queues and topics open.
 * The lists below are the whole truth; everything else must answer AccessDenied, as in the cloud.
 */
const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const functions = openFunctions(endpoints, sharedState());
const opened = new Map<string, Clients>();
const clientsOf = (name: string): Clients => {
  const made =
    opened.get(name) ?? createClients({ ...endpoints.aws, credentials: functions.credentialsOf(name) });
  opened.set(name, made);
  return made;
};
afterAll(async () => {
  for (const clients of opened.values()) clients.close();
  inside.close();
  await functions.close();
});

const planes = {
  intake:
    'intake-api identity-api intake-documents intake-cases intake-service intake-notices intake-notify intake-deliver intake-digest webhook verification reports feeds dispatch inspect fixity check seal project intake-relay intake-operations',
  archive:
    'archive-api preview archive-documents archive-cases archive-service deliver usage supervision custody subsurface reporting hole-index archive-notices archive-notify archive-deliver archive-digest receive effects accept copy release disclose work clocks archive-relay archive-operations',
  portal: 'portal-api area delivery ingest index portal-relay portal-operations',
} as const;
const words = (text: string) => text.split(' ').sort();

/** `denied` when the role forbids it, `open` when it got through, whatever came then. */
const verdict = async (call: Promise<unknown>): Promise<'open' | 'denied'> => {
  try {
    await call;
    return 'open';
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (/^AccessDenied(Exception)?$|^AuthorizationError(Exception)?$/.test(name)) return 'denied';
    if (['NoSuchKey', 'NotFound'].includes(name)) return 'open';
    throw error;
  }
};
const openFor = async (attempt: (clients: Clients) => Promise<unknown>): Promise<string[]> => {
  const verdicts = await Promise.all(
    functions.names.map(async (name) => ({ name, verdict: await verdict(attempt(clientsOf(name))) })),
  );
  return verdicts.flatMap((one) => (one.verdict === 'open' ? [one.name] : [])).sort();
};

test('every function is in the lists', () => {
  expect(functions.names.toSorted()).toEqual(words(Object.values(planes).join(' ')));
});

describe.each(Object.keys(planes) as (keyof typeof planes)[])('the table of the %s plane', (plane) => {
  const TableName = inside.table(plane).name;
  const Key = { pk: { S: 'door' }, sk: { S: 'door' } };
  test('is read by the functions of its plane only', async () => {
    expect(await openFor(({ dynamodb }) => dynamodb.send(new GetItemCommand({ TableName, Key })))).toEqual(
      words(planes[plane]),
    );
    const ExpressionAttributeValues = { ':p': { S: 'door' } };
    const query = { TableName, KeyConditionExpression: 'pk = :p', ExpressionAttributeValues };
    expect(await openFor(({ dynamodb }) => dynamodb.send(new QueryCommand(query)))).toEqual(
      words(planes[plane]),
    );
  });
  test('is written by the functions of its plane only, and not by those that only read', async () => {
    const readers = ['dispatch', 'preview', 'area', 'index', 'hole-index', 'verification', 'feeds'];
    expect(
      await openFor(({ dynamodb }) => dynamodb.send(new PutItemCommand({ TableName, Item: Key }))),
    ).toEqual(words(planes[plane]).filter((name) => !readers.includes(name)));
  });
});

describe.each([
  ['intake/IntakeBucket', 'files/', 'intake-api inspect fixity copy preview', 'intake-api'],
  ['intake/IntakeBucket', 'bundles/', 'intake-api seal receive', 'seal'],
  ['intake/IntakeBucket', 'documents/', 'intake-documents', 'intake-documents'],
  ['intake/IntakeBucket', 'evidence/', 'intake-cases intake-service receive', 'intake-cases intake-service'],
  ['intake/IntakeBucket', 'answers/', 'intake-cases intake-service reports', 'archive-cases'],
  ['archive/ArchiveBucket', 'evidence/', 'archive-cases receive', 'archive-cases receive'],
  ['archive/ArchiveBucket', 'documents/', 'archive-documents', 'archive-documents'],
  ['archive/ArchiveBucket', 'custody/', 'custody archive-documents', 'custody'],
  ['archive/ArchiveBucket', 'dossiers/', 'archive-api archive-service copy release deliver', 'copy'],
  ['archive/ArchiveBucket', 'holes/', 'subsurface work release', 'subsurface work'],
  ['archive/ArchiveBucket', 'holes/curves/', 'subsurface work release clocks', 'subsurface work'],
  ['archive/ArchiveBucket', 'hole-imports/', 'subsurface work', 'subsurface work'],
  ['archive/ArchiveBucket', 'reports/', 'reporting work archive-documents', 'work'],
  ['archive/HoleIndexBucket', '', 'subsurface hole-index', 'hole-index'],
  ['portal/InboxBucket', 'bundles/', 'ingest', 'release disclose deliver'],
  ['portal/DeliveryBucket', 'delivery/', 'delivery', 'deliver'],
  ['portal/PortalBucket', 'files/', 'portal-api ingest', 'ingest'],
  ['portal/IndexBucket', '', 'portal-api area index', 'index'],
])('%s/%s', (bucket, prefix, readers, writers) => {
  const Bucket = inside.named(bucket);
  const Key = `${prefix}door-probe`;
  test(`is read by ${readers}, by nobody else`, async () => {
    await inside.clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'probe' }));
    expect(await openFor(({ s3 }) => s3.send(new GetObjectCommand({ Bucket, Key })))).toEqual(words(readers));
  });
  test(`is written by ${writers}, by nobody else`, async () => {
    expect(await openFor(({ s3 }) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'probe' })))).toEqual(
      words(writers),
    );
  });
  test('is open to no function under another prefix', async () => {
    if (prefix === '') return;
    const other = { Bucket, Key: 'elsewhere/door-probe' };
    await inside.clients.s3.send(new PutObjectCommand({ ...other, Body: 'probe' }));
    expect(await openFor(({ s3 }) => s3.send(new GetObjectCommand(other)))).toEqual([]);
  });
});

test('only those who must know what is there may list a bucket', async () => {
  const lists = async (bucket: string) => {
    const Bucket = inside.named(bucket);
    return openFor(({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 })));
  };
  expect(await lists('intake/IntakeBucket')).toEqual(
    words('check fixity inspect intake-api intake-cases intake-documents intake-service'),
  );
  expect(await lists('archive/ArchiveBucket')).toEqual(
    words('archive-api archive-documents clocks copy reporting subsurface work'),
  );
  expect(await lists('portal/InboxBucket')).toEqual(['ingest']);
  expect(await lists('portal/DeliveryBucket')).toEqual(['ingest']);
});

test('nobody publishes in the name of another plane', async () => {
  for (const [plane, relay] of [
    ['Intake', 'intake-relay'],
    ['Archive', 'archive-relay'],
    ['Portal', 'portal-relay'],
  ]) {
    const TopicArn = inside.named(`backbone/${plane}Topic`);
    const MessageAttributes = { type: { DataType: 'String', StringValue: 'door-probe' } };
    expect(
      await openFor(({ sns }) =>
        sns.send(new PublishCommand({ TopicArn, Message: '{}', MessageAttributes })),
      ),
    ).toEqual([relay]);
  }
});

test('work is handed over by its one sender only, and sent back by the operations of its plane', async () => {
  const send = (queue: string) => {
    const QueueUrl = inside.named(queue);
    // A message that the consumer drops at once: it has no records.
    return openFor(({ sqs }) =>
      sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"Records":[]}' })),
    );
  };
  expect(await send('intake/DispatchWorkerQueue')).toEqual(['intake-operations']);
  // `ingest` sends itself the pages of a bundle and the parts of large files.
  expect(await send('portal/IngestWorkerQueue')).toEqual(words('ingest portal-operations'));
});

test('what was put aside is taken by the operations of its plane only', async () => {
  const take = (queue: string) => {
    const QueueUrl = inside.named(queue);
    return openFor(({ sqs }) => sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 })));
  };
  expect(await take('intake/SealWorkerDeadLetters')).toEqual(['intake-operations']);
  expect(await take('archive/ClocksJobDeadLetters')).toEqual(['archive-operations']);
  expect(await take('portal/RelayDeadLetters')).toEqual(['portal-operations']);
});
