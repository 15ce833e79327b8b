import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

export type Notice = { queue: Queue; prefix: string; suffix?: string };

/**
 * Tells a queue of every object made under a prefix. Written on the bucket itself, because CDK's own
 * notifications make a Lambda-backed custom resource. The queue's policy names the bucket by its name: naming the
 * resource would make a circle (S3 checks the policy when the bucket is made).
 */
export function notify(bucket: Bucket, bucketName: string, notice: Notice): void {
  const arn = Stack.of(bucket).formatArn({
    service: 's3',
    region: '',
    account: '',
    resource: bucketName,
  });
  notice.queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [notice.queue.queueArn],
      conditions: {
        ArnEquals: { 'aws:SourceArn': arn },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  );
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path} has no bucket resource`);
  const rules = [
    { name: 'prefix', value: notice.prefix },
    ...(notice.suffix ? [{ name: 'suffix', value: notice.suffix }] : []),
  ];
  resource.notificationConfiguration = {
    queueConfigurations: [
      { event: 's3:ObjectCreated:*', queue: notice.queue.queueArn, filter: { s3Key: { rules } } },
    ],
  };
  const policy = notice.queue.node.tryFindChild('Policy');
  if (policy) resource.node.addDependency(policy);
}
