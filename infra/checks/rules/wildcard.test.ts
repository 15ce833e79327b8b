import { expect, test } from '@jest/globals';
import {
  Effect,
  ManagedPolicy,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { goodWorker } from '../../testing/good-worker.ts';
import { templatesFrom } from '../../testing/templates-from.ts';
import { wildcard } from './wildcard.ts';

const assumedBy = new ServicePrincipal('lambda.amazonaws.com');
const messages = (...statements: PolicyStatement[]) =>
  wildcard
    .check(
      templatesFrom((stack) => {
        const role = new Role(stack, 'Role', { assumedBy });
        for (const statement of statements) role.addToPolicy(statement);
      }),
    )
    .map((f) => f.message);

const arn = 'arn:x:s3:::bucket/files/*';

test('an action with a wildcard is refused', () => {
  expect(messages(new PolicyStatement({ actions: ['s3:Get*'], resources: [arn] }))).toEqual([
    'allows s3:Get*',
  ]);
});

test('* as resource is refused for actions that know an ARN, also beside one that does not', () => {
  expect(messages(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }))).toEqual([
    'allows s3:GetObject on *',
  ]);
  expect(
    messages(
      new PolicyStatement({ actions: ['xray:PutTraceSegments', 'sqs:SendMessage'], resources: ['*'] }),
    ),
  ).toEqual(['allows sqs:SendMessage on *']);
});

test('X-Ray, a prefix after an ARN, and denials pass', () => {
  expect(
    messages(
      new PolicyStatement({ actions: ['xray:PutTraceSegments'], resources: ['*'] }),
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [arn] }),
      new PolicyStatement({ effect: Effect.DENY, actions: ['s3:*'], resources: ['*'] }),
    ),
  ).toEqual([]);
});

test('everything-but is refused', () => {
  expect(messages(new PolicyStatement({ notActions: ['iam:PassRole'], resources: [arn] }))).toEqual([
    'allows everything but something',
  ]);
});

test('policies written into the role and managed ones of our own are read too', () => {
  const statements = [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['*'] })];
  const found = wildcard.check(
    templatesFrom((stack) => {
      new Role(stack, 'Inline', { assumedBy, inlinePolicies: { p: new PolicyDocument({ statements }) } });
      const role = new Role(stack, 'Managed', { assumedBy });
      new ManagedPolicy(stack, 'Policy', { statements, roles: [role] });
    }),
  );
  expect(found.map((f) => f.resource.slice(0, 6))).toEqual(['Inline', 'Manage']);
});

test('our worker passes', () => {
  expect(wildcard.check(templatesFrom((stack) => goodWorker(stack)))).toEqual([]);
});
