import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutBucketNotificationConfigurationCommand,
} from '@aws-sdk/client-s3';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { probeName, thenRemove } from './probe.ts';

/** A versioned bucket with object lock for one attempt; emptied and removed after it. */
export async function withBucket({ s3 }: Clients, use: (Bucket: string) => Promise<void>): Promise<void> {
  const Bucket = probeName('bucket');
  const region = await s3.config.region();
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      ObjectLockEnabledForBucket: true,
      ...(region !== 'us-east-1' && {
        // The region is whatever the run is given; the SDK lists only those of its release.
        CreateBucketConfiguration: { LocationConstraint: region as 'ap-southeast-1' },
      }),
    }),
  );
  await thenRemove(
    () => use(Bucket),
    async () => {
      await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: {} }));
      const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
      for (const { Key, VersionId } of [...Versions, ...DeleteMarkers])
        await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
      await s3.send(new DeleteBucketCommand({ Bucket }));
    },
  );
}
