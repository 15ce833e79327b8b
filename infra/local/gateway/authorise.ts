import * as z from 'zod';
import { evaluate } from '../iam/evaluate.ts';
import type { Outcome } from '../lambda/worker.ts';
import type { Authorizer } from './api.ts';
import { type Call, proxyEvent } from './event.ts';
import { TokenRefused, type Verifier } from './jwt.ts';
import type { RefusalType } from './refusal.ts';

export type Verdict =
  | { allowed: true; context: Record<string, unknown> }
  | { allowed: false; type: RefusalType; message?: string };
export type Doorkeeper = {
  verify: Verifier;
  /** Issuer of a user pool's tokens, by the pool's ARN. */
  issuerOf(poolArn: string): string;
  invoke(arn: string, event: unknown): Promise<Outcome>;
  /** `arn:aws:execute-api:region:account` */
  arnPrefix: string;
};

const answer = z.object({
  principalId: z.string(),
  policyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.enum(['Allow', 'Deny']),
        Action: z.union([z.string(), z.array(z.string())]),
        Resource: z.union([z.string(), z.array(z.string())]),
      }),
    ),
  }),
  context: z.record(z.string(), z.unknown()).optional(),
});

async function byPool(
  authorizer: Authorizer & { kind: 'cognito' },
  token: string,
  keeper: Doorkeeper,
): Promise<Verdict> {
  try {
    const claims = await keeper.verify(
      token.replace(/^Bearer /i, ''),
      authorizer.poolArns.map(keeper.issuerOf),
    );
    return { allowed: true, context: { claims: textClaims(claims) } };
  } catch (error) {
    if (error instanceof TokenRefused)
      return { allowed: false, type: 'UNAUTHORIZED', message: error.message };
    throw error;
  }
}

/** API Gateway hands claims on as texts; lists are joined by commas. */
function textClaims(claims: Record<string, unknown>): Record<string, string> {
  const text = (value: unknown) =>
    Array.isArray(value)
      ? value.join(',')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, text(value)]));
}

async function byFunction(
  authorizer: Authorizer & { kind: 'token' | 'request' },
  token: string,
  call: Call,
  keeper: Doorkeeper,
): Promise<Verdict> {
  const methodArn = `${keeper.arnPrefix}:${call.api.id}/${call.api.stage}/${call.request.method}${call.path}`;
  if (authorizer.pattern && !new RegExp(authorizer.pattern).test(token)) {
    return { allowed: false, type: 'UNAUTHORIZED' };
  }
  const event =
    authorizer.kind === 'token'
      ? { type: 'TOKEN', authorizationToken: token, methodArn }
      : { ...proxyEvent(call), type: 'REQUEST', methodArn };
  const outcome = await keeper.invoke(authorizer.functionArn, event);
  if ('error' in outcome) {
    const refused = outcome.error.errorMessage === 'Unauthorized';
    return { allowed: false, type: refused ? 'UNAUTHORIZED' : 'AUTHORIZER_FAILURE' };
  }
  const parsed = answer.safeParse(JSON.parse(outcome.payload));
  if (!parsed.success) return { allowed: false, type: 'AUTHORIZER_CONFIGURATION_ERROR' };
  const { principalId, policyDocument, context } = parsed.data;
  const request = { action: 'execute-api:Invoke', resource: methodArn };
  return evaluate(policyDocument.Statement, request) === 'allow'
    ? { allowed: true, context: { ...context, principalId } }
    : { allowed: false, type: 'ACCESS_DENIED' };
}

/** Asks the method's authorizer about the caller. */
export async function authorise(call: Call, keeper: Doorkeeper): Promise<Verdict> {
  const { authorizer } = call.match.method;
  if (!authorizer) return { allowed: true, context: {} };
  const token = call.request.headers[authorizer.header];
  if (typeof token !== 'string' || token === '') return { allowed: false, type: 'UNAUTHORIZED' };
  return authorizer.kind === 'cognito'
    ? byPool(authorizer, token, keeper)
    : byFunction(authorizer, token, call, keeper);
}
