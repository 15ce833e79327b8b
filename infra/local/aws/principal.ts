import { assertEvaluable, evaluate } from '../iam/evaluate.ts';
import type { Demand, RequestContext, Statement } from '../iam/statement.ts';

/** Who signs a request: an access key and the statements of the role behind it ('everything' for tests and operators). */
export type Principal = {
  accessKeyId: string;
  secretAccessKey: string;
  name: string;
  statements: readonly Statement[] | 'everything';
};

/** Throws when a statement holds what the evaluator does not know, so that it shows at start and names the role. */
export function assertPrincipal(principal: Principal): void {
  if (principal.statements === 'everything') return;
  try {
    assertEvaluable(principal.statements);
  } catch (error) {
    throw new Error(`Role ${principal.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The first demand that the principal's role does not allow, with the kind of refusal; undefined when all are allowed. */
export function refusal(
  principal: Principal,
  demands: readonly Demand[],
  context: RequestContext,
): { demand: Demand; explicit: boolean } | undefined {
  if (principal.statements === 'everything') return undefined;
  for (const demand of demands) {
    const decision = evaluate(principal.statements, { ...demand, context });
    if (decision !== 'allow') return { demand, explicit: decision === 'deny' };
  }
  return undefined;
}

/** What IAM says to a refused caller. */
export const refusalText = (
  name: string,
  account: string,
  { demand, explicit }: { demand: Demand; explicit: boolean },
): string =>
  `User: arn:aws:sts::${account}:assumed-role/${name}/local is not authorized to perform: ${demand.action} on resource: ${demand.resource} ${
    explicit
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${demand.action} action`
  }`;
