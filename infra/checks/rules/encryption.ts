import { perResource } from '../rule.ts';
import { at, placed, type Resource } from '../template.ts';

const encrypted: Record<string, (resource: Resource) => boolean> = {
  'AWS::SQS::Queue': (r) => at(r, 'SqsManagedSseEnabled') === true || at(r, 'KmsMasterKeyId') !== undefined,
  'AWS::DynamoDB::Table': (r) => at(r, 'SSESpecification', 'SSEEnabled') === true,
  'AWS::S3::Bucket': (r) => at(r, 'BucketEncryption', 'ServerSideEncryptionConfiguration') !== undefined,
  'AWS::SNS::Topic': (r) => at(r, 'KmsMasterKeyId') !== undefined,
};

export const encryption = perResource(
  'encryption',
  'Queues, tables, buckets and topics are encrypted by what the template says, not by default',
  (templates) => placed(templates, ...Object.keys(encrypted)),
  ({ resource }) => (encrypted[resource.Type]?.(resource) ? [] : ['is not encrypted']),
);
