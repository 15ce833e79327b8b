import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { signToken } from '../../infra/local/cognito/jwt.ts';
import { poolSchema } from '../../infra/local/cognito/model.ts';
import type { Endpoints } from '../../infra/local/endpoints.ts';
import type { Inside } from './inside.ts';
import { withSecondFactor } from './second-factor.ts';

const config = z.object({ identity: z.object({ clientId: z.string() }) });
const claims = z.record(z.string(), z.unknown());
export type Claims = z.infer<typeof claims>;

/** The ID and access token of a sign-in. */
export const tokensOf = async (
  inside: Inside,
  site: string,
  who: { username: string; password: string },
): Promise<{ id: string; access: string }> => {
  const { identity } = config.parse(await (await fetch(`${site}/config.json`)).json());
  const { cognito } = inside.clients;
  const { username: USERNAME, password: PASSWORD, code } = await withSecondFactor(site, who);
  const ClientId = identity.clientId;
  const begun = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  );
  const { ChallengeName, Session } = begun;
  const { AuthenticationResult: given } =
    ChallengeName === 'SOFTWARE_TOKEN_MFA'
      ? await cognito.send(
          new RespondToAuthChallengeCommand({
            ClientId,
            ChallengeName,
            Session,
            ChallengeResponses: { USERNAME, SOFTWARE_TOKEN_MFA_CODE: await code() },
          }),
        )
      : begun;
  return { id: given?.IdToken ?? '', access: given?.AccessToken ?? '' };
};

export const claimsOf = (token: string): Claims =>
  claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));

/** A token with other claims, signed with the pool's own key: what only Cognito itself could make. */
export const resigned = (state: string, token: string, change: Claims): string => {
  const database = new DatabaseSync(join(state, 'aws', 'cognito', 'cognito.db'), { readOnly: true });
  try {
    const { iss } = claimsOf(token);
    const pools = database
      .prepare("SELECT json FROM record WHERE kind = 'pool'")
      .all()
      .map((row) => poolSchema.parse(JSON.parse(String(row['json']))));
    const pool = pools.find(({ id }) => String(iss).endsWith(`/${id}`));
    if (pool === undefined) throw new Error(`No pool for ${String(iss)}`);
    return signToken(pool, { ...claimsOf(token), ...change });
  } finally {
    database.close();
  }
};

/** A token with other claims under the old signature. */
export const tampered = (token: string, change: Claims): string => {
  const [head = '', , signature = ''] = token.split('.');
  const body = Buffer.from(JSON.stringify({ ...claimsOf(token), ...change })).toString('base64url');
  return [head, body, signature].join('.');
};

export const accountOf = (endpoints: Endpoints, role: string) => {
  const account = endpoints.accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`The run has no account for ${role}`);
  return account;
};
