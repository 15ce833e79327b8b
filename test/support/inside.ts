import { createHash } from 'node:crypto';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openTable, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { Fault } from '../../infra/local/aws/faults.ts';
import type { Endpoints } from '../../infra/local/endpoints.ts';
import { createClients } from '../../infra/local/provision/clients.ts';
import { until } from './until.ts';

const letter = z.object({
  email: z.string(),
  username: z.string(),
  subject: z.string(),
  text: z.string(),
});

export type PlaneName = 'intake' | 'archive' | 'portal';

/** What a test sees and touches from inside a run, with the operator's credentials: no user can do any of this. */
export const openInside = (endpoints: Endpoints) => {
  const clients = createClients(endpoints.aws);
  const documents = DynamoDBDocumentClient.from(clients.dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });

  /** Physical name of the one resource whose logical name begins so, e.g. `intake/DispatchWorkerQueue`. */
  const named = (start: string): string => {
    const found = Object.entries(endpoints.resources).filter(([id]) => id.startsWith(start));
    const [one] = found;
    if (one === undefined || found.length > 1) throw new Error(`${found.length} resources begin ${start}`);
    return one[1];
  };
  const table = (plane: PlaneName): Table =>
    openTable(named(`${plane}/${plane[0]?.toUpperCase()}${plane.slice(1)}Table`), () => documents);

  const local = async (path: string, method: string, body?: unknown): Promise<unknown> => {
    const reply = await fetch(`${endpoints.aws.endpoint}/_local/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${path}: HTTP ${reply.status} ${await reply.text()}`);
    return reply.json();
  };

  const depth = async (QueueUrl: string): Promise<number> => {
    const { Attributes = {} } = await clients.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    return (
      Number(Attributes['ApproximateNumberOfMessages']) +
      Number(Attributes['ApproximateNumberOfMessagesNotVisible'])
    );
  };

  /** Events that wait in a plane's outbox. */
  const outbox = async (plane: PlaneName): Promise<number> => {
    let count = 0;
    for await (const _ of table(plane).each('outbox')) count += 1;
    return count;
  };

  return {
    clients,
    named,
    table,
    fault: (fault: Fault) => local('faults', 'POST', fault),
    /** Faults that have not struck yet. */
    faultsWaiting: () => local('faults', 'GET'),
    clearFaults: () => local('faults', 'DELETE'),
    /** What the user pools would have sent to an address by e-mail, newest last. */
    async letters(to: string): Promise<z.infer<typeof letter>[]> {
      const all = z.array(letter).parse(await local('letters', 'GET'));
      return all.filter(({ email }) => email === to);
    },
    advanceClock: (ms: number) => local('clock', 'POST', { advanceMs: ms }),
    resetClock: () => local('clock', 'POST', { offsetMs: 0 }),
    /** Messages of a queue, in flight or waiting. */
    waiting: (start: string) => depth(named(start)),
    /** Waits until no worker has anything left to do. Dead letters do not count. */
    async quiet(): Promise<void> {
      const urls = Object.entries(endpoints.resources).flatMap(([id, url]) =>
        /Queue[0-9A-F]{8}$/.test(id) ? [url] : [],
      );
      const busy = async () => {
        const planes = (['intake', 'archive', 'portal'] as const).map(outbox);
        const depths = await Promise.all([...urls.map(depth), ...planes]);
        return depths.reduce((sum, one) => sum + one, 0);
      };
      // Twice in a row: an event may be on its way from one queue to the next.
      await until(
        async () => (await busy()) + (await new Promise((r) => setTimeout(r, 400)).then(busy)),
        (count) => count === 0,
      );
    },
    send: (start: string, body: unknown) =>
      clients.sqs.send(new SendMessageCommand({ QueueUrl: named(start), MessageBody: JSON.stringify(body) })),
    /** What lies in every dead-letter queue of the run, by queue. */
    async deadLetters(): Promise<Record<string, number>> {
      const queues = Object.entries(endpoints.resources).filter(([id]) => id.includes('DeadLetters'));
      const counted = await Promise.all(queues.map(async ([id, url]) => [id, await depth(url)] as const));
      return Object.fromEntries(counted.filter(([, count]) => count > 0));
    },
    outbox,
    /** Keys of a bucket under a prefix. */
    async list(Bucket: string, Prefix: string): Promise<string[]> {
      const keys: string[] = [];
      for await (const page of paginateListObjectsV2({ client: clients.s3 }, { Bucket, Prefix }))
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) keys.push(Key);
      return keys;
    },
    async sha256Of(bucket: string, key: string, versionId?: string): Promise<string> {
      const { Body } = await clients.s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, ...(versionId && { VersionId: versionId }) }),
      );
      return createHash('sha256')
        .update((await Body?.transformToByteArray()) ?? '')
        .digest('hex');
    },
    close: () => clients.close(),
  };
};
export type Inside = ReturnType<typeof openInside>;
