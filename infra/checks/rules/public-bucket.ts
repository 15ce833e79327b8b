import { resourcesIn } from '../reference.ts';
import { perResource } from '../rule.ts';
import { statementsIn } from '../statements.ts';
import { at, type Placed, placed, type Templates } from '../template.ts';

const blocks = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

const everyone = (principal: unknown): boolean =>
  principal === '*' ||
  (typeof principal === 'object' && principal !== null && Object.values(principal).includes('*'));

const openPolicies = (bucket: Placed, templates: Templates): Placed[] =>
  placed(templates, 'AWS::S3::BucketPolicy').filter(
    (policy) =>
      resourcesIn(at(policy.resource, 'Bucket'), policy.stack, templates).some(
        (r) => r.stack === bucket.stack && r.id === bucket.id,
      ) &&
      statementsIn(at(policy.resource, 'PolicyDocument')).some(
        (s) => s.Effect === 'Allow' && everyone(s.Principal),
      ),
  );

export const publicBucket = perResource(
  'public-bucket',
  'No bucket is public: all four blocks are on, no policy allows everyone',
  (templates) => placed(templates, 'AWS::S3::Bucket'),
  (bucket, templates) => [
    ...blocks
      .filter((name) => at(bucket.resource, 'PublicAccessBlockConfiguration', name) !== true)
      .map((name) => `${name} is not on`),
    ...(at(bucket.resource, 'AccessControl') === undefined ? [] : ['has an access control list']),
    ...openPolicies(bucket, templates).map((policy) => `${policy.id} allows everyone`),
  ],
);
