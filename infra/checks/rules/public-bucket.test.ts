import { expect, test } from '@jest/globals';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { templatesFrom } from '../../testing/templates-from.ts';
import { publicBucket } from './public-bucket.ts';

const blockPublicAccess = BlockPublicAccess.BLOCK_ALL;

test('a bucket that says nothing is refused for each of the four blocks', () => {
  const found = publicBucket.check(templatesFrom((stack) => new CfnBucket(stack, 'Open')));
  expect(found.map((f) => f.message)).toEqual([
    'BlockPublicAcls is not on',
    'BlockPublicPolicy is not on',
    'IgnorePublicAcls is not on',
    'RestrictPublicBuckets is not on',
  ]);
});

test('an access control list is refused', () => {
  const found = publicBucket.check(
    templatesFrom((stack) => {
      const publicAccessBlockConfiguration = {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      };
      new CfnBucket(stack, 'Open', { accessControl: 'PublicRead', publicAccessBlockConfiguration });
    }),
  );
  expect(found.map((f) => f.message)).toEqual(['has an access control list']);
});

test('a policy that allows everyone is refused; one that denies everyone without TLS is not', () => {
  const check = (open: boolean) =>
    publicBucket.check(
      templatesFrom((stack) => {
        const bucket = new Bucket(stack, 'Bucket', { blockPublicAccess, enforceSSL: true });
        if (open)
          bucket.addToResourcePolicy(
            new PolicyStatement({
              principals: [new AnyPrincipal()],
              actions: ['s3:GetObject'],
              resources: [bucket.arnForObjects('*')],
            }),
          );
      }),
    );
  expect(check(true).map((f) => f.message)).toEqual([expect.stringContaining('allows everyone')]);
  expect(check(false)).toEqual([]);
});
