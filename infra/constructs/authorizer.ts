import { Duration } from 'aws-cdk-lib';
import {
  AuthorizationType,
  type Authorizer,
  CognitoUserPoolsAuthorizer,
  IdentitySource,
  TokenAuthorizer,
} from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { PlaneContext } from './context.ts';
import { PlaneFunction } from './function.ts';

/** Who vouches for a caller: a user pool, or any OpenID Connect issuer. */
export type Issuer =
  | { kind: 'cognito'; pool: IUserPool }
  | { kind: 'oidc'; issuer: string; clientId: string; jwksUri: string };

export type Guard = { authorizer: Authorizer; type: AuthorizationType; functions: PlaneFunction[] };

const impact = {
  zh: '无法确认登录身份：所有需要登录的操作都被拒绝。',
  en: 'Sign-ins cannot be verified: everything that needs one is refused.',
};

/** The authorizer of an API. With an OIDC issuer it is a function that checks the token's signature and claims. */
export function guard(scope: Construct, context: PlaneContext, name: string, issuer: Issuer): Guard {
  if (issuer.kind === 'cognito')
    return {
      authorizer: new CognitoUserPoolsAuthorizer(scope, 'SignIn', {
        cognitoUserPools: [issuer.pool],
        resultsCacheTtl: Duration.minutes(5),
      }),
      type: AuthorizationType.COGNITO,
      functions: [],
    };
  const check = new PlaneFunction(scope, context, {
    name,
    entry: 'identity/authorizer.handler.ts',
    memory: 256,
    timeout: Duration.seconds(10),
    environment: { ISSUER: issuer.issuer, CLIENT_ID: issuer.clientId, JWKS_URI: issuer.jwksUri },
    statements: [],
    errorImpact: impact,
  });
  return {
    authorizer: new TokenAuthorizer(scope, 'SignIn', {
      handler: check.lambda,
      identitySource: IdentitySource.header('Authorization'),
      resultsCacheTtl: Duration.minutes(5),
    }),
    type: AuthorizationType.CUSTOM,
    functions: [check],
  };
}
