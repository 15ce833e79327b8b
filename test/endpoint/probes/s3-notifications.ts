import { PutBucketNotificationConfigurationCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { withBucket } from './bucket.ts';
import { eventually, expectThat, type Probe } from './probe.ts';
import { withQueue } from './queue.ts';

const service = 's3';
const Body = 'content';

/** Writes an object that a queue is to be told of and one that it is not, and gives the message. */
async function notified(clients: Clients, url: string, use: (message: string) => void): Promise<void> {
  await withQueue(clients, url, ({ arn, take }) =>
    withBucket(clients, async (Bucket) => {
      const Filter = { Key: { FilterRules: [{ Name: 'prefix' as const, Value: 'files/' }] } };
      const QueueConfigurations = [{ QueueArn: arn, Events: ['s3:ObjectCreated:*' as const], Filter }];
      const NotificationConfiguration = { QueueConfigurations };
      await clients.s3.send(
        new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }),
      );
      for (const Key of ['other/a', 'files/b'])
        await clients.s3.send(new PutObjectCommand({ Bucket, Key, Body }));
      const message = await eventually(async () => {
        // Keys are encoded in messages, by some with their slashes.
        const next = (await take())?.replaceAll('%2F', '/');
        expectThat(!next?.includes('other/a'), 'notifications ignore the prefix');
        return next?.includes('files/b') ? next : undefined;
      }, 'a notification');
      use(message);
    }),
  );
}

const notifications = (clients: Clients, url: string) => notified(clients, url, () => undefined);

/** Without them a file that is uploaded again is taken for the same message twice. */
const orderOfUploads = (clients: Clients, url: string) =>
  notified(clients, url, (message) => {
    const absent = ['versionId', 'sequencer'].filter((name) => !message.includes(`"${name}"`));
    expectThat(absent.length === 0, `notifications lack ${absent.join(' and ')}`);
  });

export const s3NotificationProbes: Probe[] = [
  { service, name: 'notifications to queues', needed: true, attempt: notifications },
  { service, name: 'version and order of uploads in notifications', needed: false, attempt: orderOfUploads },
];
