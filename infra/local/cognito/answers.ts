import * as z from 'zod';
import { afterNewPassword, afterPassword, type SigningIn } from './challenges.ts';
import { clientOf } from './clients.ts';
import type { Context, Operation, Output } from './context.ts';
import { fail, notAuthorized } from './fail.ts';
import { read, text } from './input.ts';
import { checkPassword, withPassword } from './passwords.ts';
import { poolOf } from './pools.ts';
import type { Session } from './sessions.ts';
import { parameter } from './sign-in.ts';
import { claimFits } from './srp.ts';
import { inPool } from './store.ts';
import { signedIn } from './tokens.ts';
import { totpFits } from './totp.ts';
import { checkAttributes, saveUser } from './users.ts';

type Parameters = Readonly<Record<string, string>>;
type Answer = (context: Context, session: Session, who: SigningIn, answers: Parameters) => Output;

const respondInput = z.object({
  ClientId: text,
  ChallengeName: text,
  Session: text.optional(),
  ChallengeResponses: z.record(z.string(), z.string()).default({}),
});

const passwordVerifier: Answer = (context, { srp }, who, answers) => {
  const fits =
    srp &&
    claimFits(srp.key, {
      poolId: who.pool.id,
      username: srp.userId,
      secretBlock: parameter(answers, 'PASSWORD_CLAIM_SECRET_BLOCK'),
      timestamp: parameter(answers, 'TIMESTAMP'),
      signature: parameter(answers, 'PASSWORD_CLAIM_SIGNATURE'),
    });
  if (!fits) throw notAuthorized();
  return afterPassword(context, who);
};

const newPassword: Answer = (context, _session, who, answers) => {
  const password = parameter(answers, 'NEW_PASSWORD');
  checkPassword(who.pool, password);
  const attributes = Object.fromEntries(
    Object.entries(answers)
      .filter(([name]) => name.startsWith('userAttributes.'))
      .map(([name, value]) => [name.slice('userAttributes.'.length), value]),
  );
  checkAttributes(who.pool, attributes, who.user);
  const forbidden = Object.keys(attributes).find(
    (name) => who.client.writable && !who.client.writable.includes(name),
  );
  if (forbidden) throw notAuthorized('A client attempted to write unauthorized attribute');
  const user = saveUser(context, {
    ...withPassword(who.user, password),
    attributes: { ...who.user.attributes, ...attributes },
    status: 'CONFIRMED',
  });
  return afterNewPassword(context, { ...who, user });
};

const softwareToken: Answer = (context, _session, who, answers) => {
  const code = parameter(answers, 'SOFTWARE_TOKEN_MFA_CODE');
  if (!who.user.totp || !totpFits(who.user.totp.secret, code, context.now()))
    throw fail('CodeMismatchException', 'Invalid code received for user');
  return signedIn(context, who.pool, who.client, who.user);
};

const mfaSetup: Answer = (context, { totp }, who) => {
  if (!totp?.verified) throw notAuthorized('The software token was not verified.');
  const user = saveUser(context, {
    ...who.user,
    totp: { secret: totp.secret, verified: true, enabled: true },
  });
  return signedIn(context, who.pool, who.client, user);
};

const answerers: Readonly<Record<Session['challenge'], Answer>> = {
  PASSWORD_VERIFIER: passwordVerifier,
  NEW_PASSWORD_REQUIRED: newPassword,
  SOFTWARE_TOKEN_MFA: softwareToken,
  MFA_SETUP: mfaSetup,
};

/** A wrong code or an unfit password may be tried again with the same session; a wrong password proof may not. */
const final = new Set<Session['challenge']>(['PASSWORD_VERIFIER']);

const respond: Operation = (context, input) => {
  const { ClientId, ChallengeName, Session: token, ChallengeResponses } = read(respondInput, input);
  const client = clientOf(context, ClientId);
  // SRP's secret block names its exchange; the other challenges carry a session.
  const key =
    ChallengeName === 'PASSWORD_VERIFIER' ? ChallengeResponses['PASSWORD_CLAIM_SECRET_BLOCK'] : token;
  const session = key ? context.sessions.find(key) : undefined;
  if (!key || !session || session.challenge !== ChallengeName || session.clientId !== client.id)
    throw notAuthorized('Invalid session for the user.');
  if (final.has(session.challenge)) context.sessions.close(key);
  const pool = poolOf(context, session.poolId);
  const user = session.username ? context.store.users.get(inPool(pool.id, session.username)) : undefined;
  if (!user) throw notAuthorized();
  if (!user.enabled) throw notAuthorized('User is disabled.');
  const output = answerers[session.challenge](context, session, { pool, client, user }, ChallengeResponses);
  context.sessions.close(key);
  return output;
};

/** Answers to the challenges of a sign-in. */
export const answerOperations: Readonly<Record<string, Operation>> = { RespondToAuthChallenge: respond };
