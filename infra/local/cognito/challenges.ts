import type { Context, Output } from './context.ts';
import { fail, notAuthorized } from './fail.ts';
import type { Client, Pool, User } from './model.ts';
import type { Session } from './sessions.ts';
import { signedIn } from './tokens.ts';

export type SigningIn = { pool: Pool; client: Client; user: User };

/** Asks the next thing of somebody who signs in. */
function challenge(
  context: Context,
  { pool, client, user }: SigningIn,
  name: Session['challenge'],
  parameters: Readonly<Record<string, string>>,
  more: Partial<Session> = {},
): Output {
  const session: Session = {
    poolId: pool.id,
    clientId: client.id,
    username: user.username,
    challenge: name,
    ...more,
  };
  return { ChallengeName: name, Session: context.sessions.open(session), ChallengeParameters: parameters };
}

/** What comes after the right password: a new one, the second factor, its setup, or the tokens. */
export function afterPassword(context: Context, who: SigningIn): Output {
  const { pool, user } = who;
  if (!user.enabled) throw notAuthorized('User is disabled.');
  if (user.status === 'RESET_REQUIRED')
    throw fail('PasswordResetRequiredException', 'Password reset required for the user');
  if (user.status === 'FORCE_CHANGE_PASSWORD')
    return challenge(context, who, 'NEW_PASSWORD_REQUIRED', {
      USER_ID_FOR_SRP: user.username,
      userAttributes: JSON.stringify(user.attributes),
      requiredAttributes: '[]',
    });
  return afterNewPassword(context, { ...who, pool, user });
}

/** What comes after the password is settled. */
export function afterNewPassword(context: Context, who: SigningIn): Output {
  const { pool, client, user } = who;
  if (pool.mfa !== 'OFF' && user.totp?.enabled)
    return challenge(context, who, 'SOFTWARE_TOKEN_MFA', {
      USER_ID_FOR_SRP: user.username,
      FRIENDLY_DEVICE_NAME: 'TOTP device',
    });
  if (pool.mfa === 'ON')
    return challenge(context, who, 'MFA_SETUP', {
      USER_ID_FOR_SRP: user.username,
      MFAS_CAN_SETUP: JSON.stringify(['SOFTWARE_TOKEN_MFA']),
    });
  return signedIn(context, pool, client, user);
}
