import * as z from 'zod';
import { resourcesIn } from './reference.ts';
import { at, list, type Placed, placed, type Templates } from './template.ts';

const statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).optional(),
  NotAction: z.unknown().optional(),
  Resource: z.unknown().optional(),
  NotResource: z.unknown().optional(),
  Principal: z.unknown().optional(),
  Condition: z.unknown().optional(),
});

export type Statement = z.infer<typeof statement>;

export const actionsOf = (s: Statement): string[] => list(s.Action).map(String);

const document = z.object({ Statement: z.union([statement, z.array(statement)]) });

/** The statements of a policy document. */
export const statementsIn = (input: unknown): Statement[] => [document.parse(input).Statement].flat();

/** Statements of the policies that hang on a role, and of those written into it. */
export function statementsOf(role: Placed, templates: Templates): Statement[] {
  const inside = list(at(role.resource, 'Policies')).map((policy) =>
    z.object({ PolicyDocument: z.unknown() }).parse(policy),
  );
  const attached = placed(templates, 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').filter((policy) =>
    resourcesIn(at(policy.resource, 'Roles'), policy.stack, templates).some(
      (r) => r.stack === role.stack && r.id === role.id,
    ),
  );
  return [
    ...inside.flatMap((policy) => statementsIn(policy.PolicyDocument)),
    ...attached.flatMap((policy) => statementsIn(at(policy.resource, 'PolicyDocument'))),
  ];
}

/** The role that a function runs with. */
export const roleOf = (fn: Placed, templates: Templates): Placed | undefined =>
  resourcesIn(at(fn.resource, 'Role'), fn.stack, templates)[0];
