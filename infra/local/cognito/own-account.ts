import * as z from 'zod';
import { readableAttributes } from './admin-users.ts';
import type { Context, Input, Operation } from './context.ts';
import { fail, notAuthorized } from './fail.ts';
import { attributeList, read, text } from './input.ts';
import { checkPassword, withPassword } from './passwords.ts';
import type { Session } from './sessions.ts';
import { passwordFits } from './srp.ts';
import { bearer } from './tokens.ts';
import { newSecret, totpFits } from './totp.ts';
import { checkAttributes, endGrants, mfaView, saveUser } from './users.ts';

const tokenInput = z.object({ AccessToken: text });
const caller = (context: Context, input: Input) => bearer(context, read(tokenInput, input).AccessToken);

const eitherInput = z.object({ AccessToken: text.optional(), Session: text.optional() });

function setupSession(context: Context, token: string | undefined): { token: string; session: Session } {
  const session = token ? context.sessions.find(token) : undefined;
  if (!token || session?.challenge !== 'MFA_SETUP') throw notAuthorized('Invalid session for the user.');
  return { token, session };
}

/** Gives the session the secret (and whether it was verified) and a new token, as Cognito does at each step. */
function step(context: Context, token: string, session: Session, totp: Session['totp']): string {
  context.sessions.close(token);
  return context.sessions.open({ ...session, ...(totp ? { totp } : {}) });
}

const wrongCode = () => fail('EnableSoftwareTokenMFAException', 'Code mismatch');

/** What people do with their own account, by their access token (or in the middle of a sign-in). */
export const ownAccountOperations: Readonly<Record<string, Operation>> = {
  GetUser(context, input) {
    const { user, client } = caller(context, input);
    return {
      Username: user.username,
      UserAttributes: readableAttributes(user, client.readable),
      ...mfaView(user),
    };
  },
  UpdateUserAttributes(context, input) {
    const { user, client, pool } = caller(context, input);
    const { UserAttributes } = read(z.object({ UserAttributes: attributeList }), input);
    checkAttributes(pool, UserAttributes, user);
    if (Object.keys(UserAttributes).some((name) => client.writable && !client.writable.includes(name)))
      throw notAuthorized('A client attempted to write unauthorized attribute');
    saveUser(context, { ...user, attributes: { ...user.attributes, ...UserAttributes } });
    return { CodeDeliveryDetailsList: [] };
  },
  ChangePassword(context, input) {
    const { user, pool } = caller(context, input);
    const wanted = read(z.object({ PreviousPassword: text, ProposedPassword: text }), input);
    if (!passwordFits(pool.id, user.username, wanted.PreviousPassword, user)) throw notAuthorized();
    checkPassword(pool, wanted.ProposedPassword);
    saveUser(context, withPassword(user, wanted.ProposedPassword));
    return {};
  },
  GlobalSignOut(context, input) {
    endGrants(context, caller(context, input).user);
    return {};
  },
  AssociateSoftwareToken(context, input) {
    const { AccessToken, Session } = read(eitherInput, input);
    const secret = newSecret();
    if (AccessToken) {
      const { user } = bearer(context, AccessToken);
      // Until the new one is verified the old one, if there is one, stays the second factor.
      context.sessions.offer(user.poolId, user.username, secret);
      return { SecretCode: secret };
    }
    const { token, session } = setupSession(context, Session);
    return { SecretCode: secret, Session: step(context, token, session, { secret, verified: false }) };
  },
  VerifySoftwareToken(context, input) {
    const { AccessToken, Session, UserCode } = read(eitherInput.extend({ UserCode: text }), input);
    if (AccessToken) {
      const { user } = bearer(context, AccessToken);
      const secret = context.sessions.offered(user.poolId, user.username);
      if (!secret) throw fail('InvalidParameterException', 'No software token was associated.');
      if (!totpFits(secret, UserCode, context.now())) throw wrongCode();
      saveUser(context, { ...user, totp: { secret, verified: true, enabled: user.totp?.enabled ?? false } });
      return { Status: 'SUCCESS' };
    }
    const { token, session } = setupSession(context, Session);
    const secret = session.totp?.secret;
    if (!secret) throw fail('InvalidParameterException', 'No software token was associated.');
    if (!totpFits(secret, UserCode, context.now())) throw wrongCode();
    return { Status: 'SUCCESS', Session: step(context, token, session, { secret, verified: true }) };
  },
  SetUserMFAPreference(context, input) {
    const { user } = caller(context, input);
    const { SoftwareTokenMfaSettings: wanted } = read(
      z.object({ SoftwareTokenMfaSettings: z.object({ Enabled: z.boolean().default(false) }).optional() }),
      input,
    );
    if (wanted?.Enabled && !user.totp?.verified)
      throw fail('InvalidParameterException', 'User has not verified software token mfa');
    if (wanted && user.totp) saveUser(context, { ...user, totp: { ...user.totp, enabled: wanted.Enabled } });
    return {};
  },
};
