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
import { accept } from '../constructs/accept.ts';
import { type Deployment, pascal } from '../constructs/context.ts';
import { letters } from './letters.ts';
import { GeoStack } from './stack.ts';

export type SignIn = { pool: UserPool; client: UserPoolClient };

/** Two user pools: staff, the only ones the internal API accepts, and everybody else. */
export class IdentityStack extends GeoStack {
  readonly signIn: Record<Pool, SignIn>;

  constructor(scope: Construct, deployment: Deployment, flow: 'srp' | 'password') {
    super(scope, deployment, 'identity', 'GeoArchive: sign-in of staff and of the public');
    this.signIn = { staff: this.#pool('staff', flow), public: this.#pool('public', flow) };
  }

  #pool(name: Pool, flow: 'srp' | 'password'): SignIn {
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
      ...letters(name, this.deployment.settings),
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
    accept(pool, {
      COG8: 'The plus plan is a matter of the deployment’s budget; passwords are checked by policy and second factor.',
      ...(name === 'public' || local
        ? { COG2: 'People outside choose a second factor; staff must have one, except in the local demo.' }
        : {}),
    });
    for (const role of roles.filter((r) => r.pool === name))
      new CfnUserPoolGroup(this, `Group${role.code}`, {
        userPoolId: pool.userPoolId,
        groupName: role.code,
        description: `${role.name.zh} / ${role.name.en}`,
      });
    return { pool, client: this.#client(pool, name, flow) };
  }

  /** The sites' client: no secret (it would lie in the page), and organisation and node are not theirs to write. */
  #client(pool: UserPool, name: Pool, flow: 'srp' | 'password'): UserPoolClient {
    return pool.addClient('Sites', {
      authFlows: { userSrp: true, userPassword: flow === 'password' },
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
