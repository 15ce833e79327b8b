import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Context, secondsOf } from './context.ts';
import { fail, notAuthorized } from './fail.ts';
import { issuerOf, readToken, signToken } from './jwt.ts';
import type { Client, Grant, Pool, User } from './model.ts';
import { inPool } from './store.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

function idAttributes(user: User, client: Client): Record<string, unknown> {
  const visible = Object.entries(user.attributes).filter(
    ([name]) => !client.readable || client.readable.includes(name),
  );
  return Object.fromEntries(
    visible.map(([name, value]) => [name, name.endsWith('_verified') ? value === 'true' : value]),
  );
}

/** The ID and access tokens of a sign-in. */
function tokensOf(context: Context, pool: Pool, client: Client, user: User, grant: Grant) {
  const now = secondsOf(context.now());
  const shared = {
    sub: user.sub,
    ...(user.groups.length > 0 ? { 'cognito:groups': user.groups } : {}),
    iss: context.issuer(pool.id),
    origin_jti: grant.origin,
    auth_time: grant.signedIn,
    iat: now,
  };
  return {
    AccessToken: signToken(pool, {
      ...shared,
      client_id: client.id,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: user.username,
      exp: now + client.accessSeconds,
      jti: randomUUID(),
    }),
    ExpiresIn: client.accessSeconds,
    TokenType: 'Bearer',
    IdToken: signToken(pool, {
      ...idAttributes(user, client),
      ...shared,
      aud: client.id,
      token_use: 'id',
      'cognito:username': user.username,
      exp: now + client.idSeconds,
      jti: randomUUID(),
    }),
  };
}

/** The reply to a sign-in that is complete, with a new refresh token. */
export function signedIn(context: Context, pool: Pool, client: Client, user: User) {
  const RefreshToken = randomBytes(96).toString('base64url');
  const now = secondsOf(context.now());
  const grant: Grant = {
    hash: hashOf(RefreshToken),
    origin: randomUUID(),
    poolId: pool.id,
    clientId: client.id,
    username: user.username,
    signedIn: now,
    expires: now + client.refreshSeconds,
  };
  for (const old of [...context.store.grants.all()])
    if (old.expires < now) context.store.grants.remove(old.hash);
  context.store.grants.put(grant.hash, grant);
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...tokensOf(context, pool, client, user, grant), RefreshToken },
  };
}

/** New ID and access tokens from a refresh token; NotAuthorizedException when it is revoked or expired. */
export function refreshed(context: Context, pool: Pool, client: Client, refreshToken: string) {
  const grant = context.store.grants.get(hashOf(refreshToken));
  if (!grant || grant.clientId !== client.id) throw notAuthorized('Invalid Refresh Token');
  if (grant.expires < secondsOf(context.now())) throw notAuthorized('Refresh Token has expired');
  const user = context.store.users.get(inPool(grant.poolId, grant.username));
  if (!user) throw fail('UserNotFoundException', 'User does not exist.');
  if (!user.enabled) throw notAuthorized('User is disabled.');
  return { AuthenticationResult: tokensOf(context, pool, client, user, grant) };
}

/** Ends the sign-in of a refresh token; one that is not known was revoked already. */
export function revoke(context: Context, client: Client, refreshToken: string): void {
  if (!client.revocation)
    throw fail('UnsupportedOperationException', 'Revocation is not enabled for this client.');
  const grant = context.store.grants.get(hashOf(refreshToken));
  if (grant && grant.clientId !== client.id)
    throw fail('UnauthorizedException', 'The token was issued to another client.');
  if (grant) context.store.grants.remove(grant.hash);
}

/** The user behind an access token; NotAuthorizedException when it is wrong, expired or revoked. */
export function bearer(context: Context, token: string): { pool: Pool; client: Client; user: User } {
  const pool = [...context.store.pools.all()].find(
    (candidate) => context.issuer(candidate.id) === issuerOf(token),
  );
  const claims = pool && readToken(pool, token);
  if (!pool || !claims || claims['token_use'] !== 'access') throw notAuthorized('Invalid Access Token');
  if (Number(claims['exp']) < secondsOf(context.now())) throw notAuthorized('Access Token has expired');
  const grant = [...context.store.grants.all()].find(({ origin }) => origin === claims['origin_jti']);
  if (!grant) throw notAuthorized('Access Token has been revoked');
  const client = context.store.clients.get(grant.clientId);
  const user = context.store.users.get(inPool(grant.poolId, grant.username));
  if (!client || !user) throw fail('UserNotFoundException', 'User does not exist.');
  if (!user.enabled) throw notAuthorized('User is disabled.');
  return { pool, client, user };
}
