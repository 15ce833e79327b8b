import { conditionsHold } from './conditions.ts';
import {
  assertKnownElements,
  type Demand,
  listOf,
  type RequestContext,
  type Statement,
} from './statement.ts';
import { fits } from './wildcard.ts';

export type Decision = 'allow' | 'deny' | 'implicit-deny';

function coversAction(statement: Statement, action: string): boolean {
  // Action names are case-insensitive in IAM.
  const any = (patterns: unknown) =>
    listOf(patterns, 'action').some((pattern) => fits(pattern, action, true));
  return statement.Action === undefined ? !any(statement.NotAction) : any(statement.Action);
}

function coversResource(statement: Statement, resource: string): boolean {
  const any = (patterns: unknown) => listOf(patterns, 'resource').some((pattern) => fits(pattern, resource));
  return statement.Resource === undefined ? !any(statement.NotResource) : any(statement.Resource);
}

/**
 * Decides one demand against the statements of a role as IAM does for identity policies: an explicit Deny wins, then
 * any Allow, else the implicit deny. Throws on elements, operators or keys it does not know.
 */
export function evaluate(
  statements: readonly Statement[],
  demand: Demand & { context?: RequestContext },
): Decision {
  let decision: Decision = 'implicit-deny';
  for (const statement of statements) {
    assertKnownElements(statement);
    // Conditions are looked at first so that an unknown one is an error even where action or resource do not fit.
    const holds = conditionsHold(statement.Condition, demand.context ?? {});
    if (!holds || !coversAction(statement, demand.action) || !coversResource(statement, demand.resource))
      continue;
    if (statement.Effect === 'Deny') return 'deny';
    decision = 'allow';
  }
  return decision;
}

/** Throws when one of the statements holds something that `evaluate` would refuse, so that it shows at start. */
export function assertEvaluable(statements: readonly Statement[]): void {
  for (const statement of statements) evaluate([statement], { action: 'none:None', resource: 'none' });
}
