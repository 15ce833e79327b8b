import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createVerifier } from '../../../infra/local/gateway/jwt.ts';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { expectThat, type Probe, probeName, thenRemove } from './probe.ts';

const account = { Username: 'probe-user', Password: 'Probe-user-2026' };

async function fetchJson(url: string): Promise<unknown> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(5000) });
  expectThat(reply.ok, `${new URL(url).pathname} answers ${reply.status}`);
  return reply.json();
}

/** Signing in gives an ID token with the groups, whose signature the pool's published keys confirm. */
async function signIn({ cognito }: Clients, url: string): Promise<void> {
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: probeName('pool'),
      Schema: [{ Name: 'node', AttributeDataType: 'String', Mutable: true }],
    }),
  );
  const UserPoolId = UserPool?.Id;
  await thenRemove(
    async () => {
      const { Username, Password } = account;
      const { UserPoolClient } = await cognito.send(
        new CreateUserPoolClientCommand({
          UserPoolId,
          ClientName: 'probe',
          ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        }),
      );
      const UserAttributes = [{ Name: 'custom:node', Value: 'NGA' }];
      await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: 'PROBE' }));
      await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes }));
      await cognito.send(
        new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }),
      );
      await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: 'PROBE' }));
      const { AuthenticationResult } = await cognito.send(
        new InitiateAuthCommand({
          ClientId: UserPoolClient?.ClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: Username, PASSWORD: Password },
        }),
      );
      const claims = await createVerifier(() => new Date(), fetchJson)(AuthenticationResult?.IdToken ?? '', [
        `${url}/${UserPoolId}`,
      ]).catch((error: unknown) => {
        throw new Error('its ID tokens name another issuer than the endpoint', { cause: error });
      });
      expectThat(claims['custom:node'] === 'NGA', 'ID tokens lack custom attributes');
      expectThat(String(claims['cognito:groups']) === 'PROBE', 'ID tokens lack the groups');
    },
    () => cognito.send(new DeleteUserPoolCommand({ UserPoolId })),
  );
}

export const cognitoProbes: Probe[] = [
  { service: 'cognito-idp', name: 'signing in with a password', needed: true, attempt: signIn },
];
