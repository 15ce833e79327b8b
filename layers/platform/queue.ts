import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A queue to send to. `group` keeps one deposit's crowd from starving the others (fair queues). */
export const openQueue = (url: string, client: () => SQSClient) => ({
  async send(messages: { body: unknown; group: string; delaySeconds?: number }[]): Promise<void> {
    for (let at = 0; at < messages.length; at += 10) {
      const reply = await client().send(
        new SendMessageBatchCommand({
          QueueUrl: url,
          Entries: messages.slice(at, at + 10).map(({ body, group, delaySeconds }, n) => ({
            Id: String(n),
            MessageBody: JSON.stringify(body),
            MessageGroupId: group,
            ...(delaySeconds === undefined ? {} : { DelaySeconds: delaySeconds }),
          })),
        }),
      );
      if ((reply.Failed ?? []).length > 0)
        throw new Error(`${reply.Failed?.length} messages were not taken by the queue`);
    }
  },
});
export type Queue = ReturnType<typeof openQueue>;
