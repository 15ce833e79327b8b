import type { Pool } from '@geoarchive/domain/roles.ts';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Issuer } from '../constructs/authorizer.ts';
import type { Deployment } from '../constructs/context.ts';
import type { Settings } from '../settings.ts';
import { IdentityStack } from './identity.ts';

/** Who signs people in: the one place that knows whether that is Cognito or somebody else. */
export type Identity = {
  issuer(pool: Pool): Issuer;
  /** The `identity` part of a site's `/config.json`. */
  siteConfig(pool: Pool): Record<string, unknown>;
  /** The pool whose people an organisation's administrator invites; another issuer keeps its people itself. */
  people?: UserPool;
  /** The pool of staff, whom notices are mailed to. */
  staff?: UserPool;
};

type Oidc = Extract<Settings['identity'], { kind: 'oidc' }>;

const oidc = (settings: Oidc): Identity => ({
  issuer: (pool) => ({ kind: 'oidc', ...settings[pool] }),
  siteConfig: (pool) => {
    const { issuer, clientId } = settings[pool];
    return { kind: 'oidc', issuer, clientId, claims: settings.claims };
  },
});

function cognito(stack: IdentityStack, flow: 'srp' | 'password'): Identity {
  return {
    issuer: (pool) => ({ kind: 'cognito', pool: stack.signIn[pool].pool }),
    siteConfig: (pool) => ({
      kind: 'cognito',
      region: stack.region,
      userPoolId: stack.signIn[pool].pool.userPoolId,
      clientId: stack.signIn[pool].client.userPoolClientId,
      flow,
    }),
    people: stack.signIn.public.pool,
    staff: stack.signIn.staff.pool,
  };
}

/** Identity as the settings ask for it. With an OIDC issuer no Cognito resource is made. */
export function identityFor(scope: Construct, deployment: Deployment): Identity {
  const { identity } = deployment.settings;
  return identity.kind === 'oidc'
    ? oidc(identity)
    : cognito(new IdentityStack(scope, deployment, identity.flow), identity.flow);
}
