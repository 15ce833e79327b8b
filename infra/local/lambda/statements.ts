import * as z from 'zod';
import type { Statement } from '../iam/statement.ts';
import type { Model } from '../template/model.ts';

const oneOrMany = z.union([z.string(), z.array(z.string())]);
const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMany.optional(),
  NotAction: oneOrMany.optional(),
  Resource: oneOrMany.optional(),
  NotResource: oneOrMany.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.union([oneOrMany, z.boolean()]))).optional(),
});
const document = z.object({ Statement: z.union([z.array(statement), statement.transform((one) => [one])]) });
const policy = z.object({ PolicyDocument: document, Roles: z.array(z.string()).default([]) });
const role = z.object({
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.object({ PolicyDocument: document })).default([]),
});

const logs: Statement = {
  Effect: 'Allow',
  Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: '*',
};
const tracing: Statement = {
  Effect: 'Allow',
  Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  Resource: '*',
};
/** AWS's own policies that the stacks may name, by the end of their ARN. */
const managed: Record<string, Statement[]> = {
  'service-role/AWSLambdaBasicExecutionRole': [logs],
  AWSXRayDaemonWriteAccess: [tracing],
};

/** Leaves out what is undefined, as the evaluator's type wants it. */
const tidy = (given: z.infer<typeof statement>[]): Statement[] =>
  given.map(({ Effect, ...rest }) => ({
    Effect,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  }));

/** Every statement that a role of the stacks holds, by name of the role. Throws on a managed policy it does not know. */
export function statementsOf(model: Model, roleName: string): Statement[] {
  const resource = model.byRef('AWS::IAM::Role', roleName);
  if (!resource) throw new Error(`No role ${roleName} in the stacks`);
  const { ManagedPolicyArns, Policies } = role.parse(resource.properties());
  const attached = [...model.resources('AWS::IAM::Policy'), ...model.resources('AWS::IAM::ManagedPolicy')];
  const byRole = attached
    .map((r) => policy.parse(r.properties()))
    .filter(({ Roles }) => Roles.includes(roleName));
  const byArn = ManagedPolicyArns.flatMap((arn) => {
    const own = model.byRef('AWS::IAM::ManagedPolicy', arn);
    if (own) return tidy(policy.parse(own.properties()).PolicyDocument.Statement);
    const known = managed[arn.replace(/^arn:[^:]+:iam::aws:policy\//, '')];
    if (known) return known;
    throw new Error(`${roleName}: the local run does not know the managed policy ${arn}`);
  });
  return [...byArn, ...[...Policies, ...byRole].flatMap((p) => tidy(p.PolicyDocument.Statement))];
}
