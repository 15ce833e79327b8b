import { type Pool, roles } from '@geoarchive/domain/roles.ts';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Issuer } from '../constructs/authorizer.ts';
import { type Deployment, pascal } from '../constructs/context.ts';
import type { Settings } from '../settings.ts';
import { GeoStack } from './stack.ts';

export type SignIn = { pool: UserPool; client: UserPoolClient };

/** Who vouches for callers of each API: two user pools of our own, or the issuers that the settings name. */
export class IdentityStack extends GeoStack {
  /** Left out when another issuer signs people in: then no Cognito resource exists. */
  readonly pools: Partial<Record<Pool, SignIn>> = {};
  readonly #identity: Settings['identity'];

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, deployment, 'identity', 'GeoArchive: sign-in of staff and of the public');
    this.#identity = deployment.settings.identity;
    if (this.#identity.kind === 'oidc') return;
    for (const pool of ['staff', 'public'] as const) this.pools[pool] = this.#signIn(pool);
  }

  issuer(pool: Pool): Issuer {
    if (this.#identity.kind === 'oidc') return { kind: 'oidc', ...this.#identity[pool] };
    const { pool: userPool, client } = this.#known(pool);
    return { kind: 'cognito', pool: userPool, clientId: client.userPoolClientId };
  }

  /** The `identity` part of a site's `/config.json`. */
  siteConfig(pool: Pool): Record<string, unknown> {
    if (this.#identity.kind === 'oidc') {
      const { issuer, clientId } = this.#identity[pool];
      return { kind: 'oidc', issuer, clientId };
    }
    const known = this.#known(pool);
    return {
      kind: 'cognito',
      region: this.region,
      userPoolId: known.pool.userPoolId,
      clientId: known.client.userPoolClientId,
      flow: this.#identity.flow,
    };
  }

  #known(pool: Pool): SignIn {
    const found = this.pools[pool];
    if (!found) throw new Error(`No ${pool} user pool in this deployment`);
    return found;
  }

  #signIn(name: Pool): SignIn {
    const local = this.deployment.settings.kind === 'local';
    const pool = new UserPool(this, `${pascal(name)}Pool`, {
      userPoolName: `${this.deployment.settings.name}-${name}`,
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      autoVerify: { email: true },
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: false, mutable: true },
      },
      customAttributes: {
        organisation: new StringAttribute({ mutable: true, maxLen: 64 }),
        node: new StringAttribute({ mutable: true, maxLen: 20 }),
      },
      // The local demo signs in without a second factor; its tests switch it on for a person.
      mfa: name === 'staff' && !local ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const role of roles.filter((r) => r.pool === name))
      new CfnUserPoolGroup(this, `Group${role.code}`, {
        userPoolId: pool.userPoolId,
        groupName: role.code,
        description: `${role.name.zh} / ${role.name.en}`,
      });
    return { pool, client: this.#client(pool, name) };
  }

  /** The sites' client: no secret (it would lie in the page), and organisation and node are not theirs to write. */
  #client(pool: UserPool, name: Pool): UserPoolClient {
    const password = this.#identity.kind === 'cognito' && this.#identity.flow === 'password';
    return pool.addClient('Sites', {
      authFlows: { userSrp: true, userPassword: password },
      disableOAuth: true,
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: name === 'staff' ? Duration.hours(12) : Duration.days(30),
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ email: true, emailVerified: true, fullname: true })
        .withCustomAttributes('organisation', 'node'),
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
    });
  }
}
