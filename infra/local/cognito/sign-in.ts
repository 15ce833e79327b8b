import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { afterPassword } from './challenges.ts';
import { clientOf } from './clients.ts';
import type { Context, Operation, Output } from './context.ts';
import { fail, notAuthorized } from './fail.ts';
import { read, text } from './input.ts';
import type { Client, Pool } from './model.ts';
import { poolOf } from './pools.ts';
import { exchange, makeSecret, passwordFits } from './srp.ts';
import { refreshed, revoke } from './tokens.ts';
import { findUser } from './users.ts';

type Parameters = Readonly<Record<string, string>>;

const initiateInput = z.object({
  ClientId: text,
  AuthFlow: text,
  AuthParameters: z.record(z.string(), z.string()).default({}),
});

const allowedBy: Readonly<Record<string, string>> = {
  USER_PASSWORD_AUTH: 'ALLOW_USER_PASSWORD_AUTH',
  USER_SRP_AUTH: 'ALLOW_USER_SRP_AUTH',
  REFRESH_TOKEN_AUTH: 'ALLOW_REFRESH_TOKEN_AUTH',
  REFRESH_TOKEN: 'ALLOW_REFRESH_TOKEN_AUTH',
};

/** A named parameter of a sign-in, or InvalidParameterException. */
export function parameter(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (!value) throw fail('InvalidParameterException', `Missing required parameter ${name}`);
  return value;
}

function missing(client: Client): Error {
  return client.hidesUsers ? notAuthorized() : fail('UserNotFoundException', 'User does not exist.');
}

function byPassword(context: Context, pool: Pool, client: Client, parameters: Parameters): Output {
  const user = findUser(context, pool, parameter(parameters, 'USERNAME'));
  const password = parameter(parameters, 'PASSWORD');
  if (!user) {
    // The same work as for a user that exists, so that the time does not tell.
    makeSecret(pool.id, 'nobody', password);
    throw missing(client);
  }
  if (!passwordFits(pool.id, user.username, password, user)) throw notAuthorized();
  return afterPassword(context, { pool, client, user });
}

function bySrp(context: Context, pool: Pool, client: Client, parameters: Parameters): Output {
  const name = parameter(parameters, 'USERNAME');
  const user = findUser(context, pool, name);
  if (!user && !client.hidesUsers) throw missing(client);
  // For nobody a salt that stays the same each time, and a verifier that no password has.
  const stable = createHash('sha256').update(`${pool.kid}${name}`).digest('hex').slice(0, 32);
  const secret = user ?? { salt: stable, verifier: randomBytes(384).toString('hex') };
  const userId = user?.username ?? name;
  const agreed = exchange(parameter(parameters, 'SRP_A'), secret);
  if (!agreed) throw fail('InvalidParameterException', 'SRP_A is not valid.');
  const block = context.sessions.open({
    poolId: pool.id,
    clientId: client.id,
    ...(user ? { username: user.username } : {}),
    challenge: 'PASSWORD_VERIFIER',
    srp: { userId, key: agreed.key },
  });
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: secret.salt,
      SECRET_BLOCK: block,
      SRP_B: agreed.serverPublic,
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    },
  };
}

const initiate: Operation = (context, input) => {
  const { ClientId, AuthFlow, AuthParameters } = read(initiateInput, input);
  const client = clientOf(context, ClientId);
  const pool = poolOf(context, client.poolId);
  const needed = allowedBy[AuthFlow];
  if (!needed || !client.flows.includes(needed))
    throw fail('InvalidParameterException', `${AuthFlow} flow not enabled for this client`);
  switch (AuthFlow) {
    case 'USER_PASSWORD_AUTH':
      return byPassword(context, pool, client, AuthParameters);
    case 'USER_SRP_AUTH':
      return bySrp(context, pool, client, AuthParameters);
    default:
      return refreshed(context, pool, client, parameter(AuthParameters, 'REFRESH_TOKEN'));
  }
};

/** Operations that begin, renew and end a sign-in. */
export const signInOperations: Readonly<Record<string, Operation>> = {
  InitiateAuth: initiate,
  GetTokensFromRefreshToken(context, input) {
    const { ClientId, RefreshToken } = read(z.object({ ClientId: text, RefreshToken: text }), input);
    const client = clientOf(context, ClientId);
    return refreshed(context, poolOf(context, client.poolId), client, RefreshToken);
  },
  RevokeToken(context, input) {
    const { ClientId, Token } = read(z.object({ ClientId: text, Token: text }), input);
    revoke(context, clientOf(context, ClientId), Token);
    return {};
  },
};
