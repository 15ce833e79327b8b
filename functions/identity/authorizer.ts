import { z } from 'zod';

export type AuthorizerDeps = {
  /** Checks signature, issuer, audience and time; throws when one of them is wrong. */
  verify(token: string): Promise<object>;
  /** What the issuer calls `roles`, `organisation` and `node`. */
  claims: Record<string, string>;
};

const call = z.object({ authorizationToken: z.string(), methodArn: z.string() });
const known = z.looseObject({ sub: z.string(), name: z.string().optional(), email: z.string().optional() });
const text = z.string().or(z.array(z.string()).transform((many) => many.join(',')));

/**
 * Turns an issuer's token into what a Cognito authorizer would have passed on, so that the router sees no difference.
 * @throws Error 'Unauthorized', which the gateway answers with 401, whatever is wrong with the token.
 */
export const authorizer = (deps: AuthorizerDeps) => async (event: unknown) => {
  const { authorizationToken, methodArn } = call.parse(event);
  const token = authorizationToken.replace(/^Bearer /i, '');
  const claims = await deps
    .verify(token)
    .then((payload) => known.parse(payload))
    .catch(refuse);
  const claim = (as: string, name: string): Record<string, string> => {
    const value = text.safeParse(claims[deps.claims[name] ?? name]);
    return value.success ? { [as]: value.data } : {};
  };
  return {
    principalId: claims.sub,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: wholeStage(methodArn) }],
    },
    context: {
      sub: claims.sub,
      ...(claims.name !== undefined && { name: claims.name }),
      ...(claims.email !== undefined && { email: claims.email }),
      ...claim('cognito:groups', 'roles'),
      ...claim('custom:organisation', 'organisation'),
      ...claim('custom:node', 'node'),
    },
  };
};

const refuse = (): never => {
  throw new Error('Unauthorized');
};

/** The answer is cached for the token, whatever path comes next; roles and scope are checked by the router. */
const wholeStage = (methodArn: string): string => `${methodArn.split('/').slice(0, 2).join('/')}/*`;
