import type { ServiceCall } from '../iam/actions.ts';
import { isRecord, lastOf, type Place, recordsOf, textOf } from '../iam/place.ts';
import { AwsError } from '../sigv4/aws-error.ts';
import { dummyAuthorization, type Forwarder, type Reply } from './forward.ts';

const jsonProtocol = 'application/x-amz-json-1.0';
const formProtocol = 'application/x-www-form-urlencoded; charset=utf-8';

export type Queues = {
  /** Forwards an SQS request; queue URLs in the answer point to this endpoint. */
  sqs(call: ServiceCall): Promise<Reply>;
  /** Forwards an SNS request as it came. */
  sns(body: Buffer): Promise<Reply>;
  /** Puts up to ten messages into the queue of an ARN (for the bucket's notifications). Rejects when one did not arrive. */
  notify(queueArn: string, bodies: readonly string[]): Promise<void>;
  /** Makes the messages of an answer that nobody waits for any more visible again. */
  giveBack(call: ServiceCall, reply: Reply): Promise<void>;
};

function parse(reply: Reply): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(reply.body.toString() || '{}');
  return isRecord(value) ? value : {};
}

/** SQS and SNS in front of the queue engine, which checks neither signature nor role. */
export function createQueues(options: {
  forwarder: Forwarder;
  engineUrl: string;
  place: Place;
  endpointUrl: () => string;
}): Queues {
  const { forwarder, engineUrl, place } = options;
  const urlOf = (engineQueueUrl: unknown) =>
    `${options.endpointUrl()}/${place.account}/${String(engineQueueUrl).split('/').at(-1)}`;

  const send = (operation: string, input: unknown) =>
    forwarder.send(
      engineUrl,
      {
        'x-amz-target': `AmazonSQS.${operation}`,
        'content-type': jsonProtocol,
        authorization: dummyAuthorization(place.region, 'sqs'),
      },
      Buffer.from(JSON.stringify(input)),
    );

  return {
    async sqs(call) {
      const reply = await send(call.operation, call.input);
      if (reply.status !== 200 || !/^(CreateQueue|GetQueueUrl|ListQueues)$/.test(call.operation))
        return reply;
      const answer: Record<string, unknown> = { ...parse(reply) };
      if ('QueueUrl' in answer) answer['QueueUrl'] = urlOf(answer['QueueUrl']);
      const urls = answer['QueueUrls'];
      if (Array.isArray(urls)) answer['QueueUrls'] = urls.map(urlOf);
      return { ...reply, body: Buffer.from(JSON.stringify(answer)) };
    },
    sns: (body) =>
      forwarder.send(
        engineUrl,
        { 'content-type': formProtocol, authorization: dummyAuthorization(place.region, 'sns') },
        body,
      ),
    async notify(queueArn, bodies) {
      const QueueUrl = `${engineUrl}/${place.account}/${lastOf(queueArn)}`;
      const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
      const reply = await send('SendMessageBatch', { QueueUrl, Entries });
      if (reply.status !== 200 || recordsOf(parse(reply)['Failed']).length > 0)
        throw new AwsError('NotificationFailed', 500, `${queueArn}: ${reply.body.toString().slice(0, 300)}`);
    },
    async giveBack(call, reply) {
      if (call.operation !== 'ReceiveMessage' || reply.status !== 200) return;
      const handles = recordsOf(parse(reply)['Messages']).map((message) => textOf(message, 'ReceiptHandle'));
      if (handles.length === 0) return;
      const Entries = handles.map((ReceiptHandle, at) => ({
        Id: String(at),
        ReceiptHandle,
        VisibilityTimeout: 0,
      }));
      await send('ChangeMessageVisibilityBatch', { QueueUrl: call.input['QueueUrl'], Entries });
    },
  };
}
