import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { startQueues } from './queues.ts';

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
let dataDir: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'queues-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** A parent of its own, which can be killed as the local run may be. */
async function startInParent(folder: string): Promise<{ parent: ChildProcess; url: string }> {
  const parent = fork(
    fileURLToPath(new URL('./testing/parent.ts', import.meta.url)),
    ['queues', folder, region],
    {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    },
  );
  running.push(parent);
  const [url]: unknown[] = await once(parent, 'message');
  return { parent, url: String(url) };
}

const sqsAt = (endpoint: string) => new SQSClient({ endpoint, region, credentials, maxAttempts: 1 });
const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

async function waitUntilGone(url: string): Promise<boolean> {
  for (let i = 0; i < 60 && (await answers(url)); i += 1) await pause(50);
  return !(await answers(url));
}

test('messages survive kill -9 of the parent, whose engine goes with it; those in flight come back at once', async () => {
  const folder = join(dataDir, 'killed');
  const first = await startInParent(folder);
  const sqs = sqsAt(first.url);
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: 'inspect', Attributes: { VisibilityTimeout: '5400' } }),
  );
  for (const MessageBody of ['one', 'two'])
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: 'deposit-1' }));
  const taken = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(taken.Messages).toHaveLength(1);
  first.parent.kill('SIGKILL');
  expect(await waitUntilGone(first.url)).toBe(true);

  const engine = await startQueues({ port: 0, dataDir: folder, region });
  try {
    const got = await sqsAt(engine.url).send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      }),
    );
    expect(got.Messages?.map((message) => message.Body).sort()).toEqual(['one', 'two']);
    expect(got.Messages?.map((message) => message.Attributes?.['ApproximateReceiveCount']).sort()).toEqual([
      '1',
      '2',
    ]);
  } finally {
    await engine.close();
  }
  expect(await answers(engine.url)).toBe(false);
}, 20_000);

test('a message goes to the dead letters after maxReceiveCount, and one given back keeps its count', async () => {
  const engine = await startQueues({ port: 0, dataDir: join(dataDir, 'redrive'), region });
  try {
    const sqs = sqsAt(engine.url);
    const dead = await sqs.send(new CreateQueueCommand({ QueueName: 'dead' }));
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: dead.QueueUrl, AttributeNames: ['QueueArn'] }),
    );
    const RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: Attributes?.['QueueArn'],
      maxReceiveCount: 3,
    });
    const { QueueUrl } = await sqs.send(
      new CreateQueueCommand({ QueueName: 'work', Attributes: { RedrivePolicy } }),
    );
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
    for (const count of ['1', '2', '3']) {
      const { Messages } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['ApproximateReceiveCount'] }),
      );
      expect(Messages?.[0]?.Attributes?.['ApproximateReceiveCount']).toBe(count);
      const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    }
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
    const letters = await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead.QueueUrl }));
    expect(letters.Messages?.[0]?.Body).toBe('poison');
    await sqs.send(
      new DeleteMessageCommand({
        QueueUrl: dead.QueueUrl,
        ReceiptHandle: letters.Messages?.[0]?.ReceiptHandle,
      }),
    );
  } finally {
    await engine.close();
  }
}, 20_000);
