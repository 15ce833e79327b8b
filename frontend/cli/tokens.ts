import {
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';

/** Who signs in; `code` gives the second factor's digits, where the account has one. */
export type Credentials = { username: string; password: string; code?: () => Promise<string> };
type Result = AuthenticationResultType | undefined;

/** Milliseconds before the end of an ID token at which a new one is fetched. */
const renewBeforeMs = 5 * 60_000;

const refusal = ({ username }: Credentials, challenge: string | undefined): Error =>
  new Error(`Signing in as ${username} asks for ${challenge ?? 'more'}: do that once in the browser.`);

/**
 * ID tokens of a person, each as long as it lasts; then renewed by the refresh token, so that a long upload does not ask for
 * a second code. Throws what Cognito refuses, or an Error that says what to do first.
 */
export const createTokens = (
  cognito: CognitoIdentityProviderClient,
  ClientId: string,
  who: Credentials,
  now: () => number = Date.now,
) => {
  let held: { id: string; refresh: string | undefined; until: number } | undefined;

  const byCode = async (Session: string | undefined): Promise<Result> => {
    if (who.code === undefined) throw refusal(who, 'SOFTWARE_TOKEN_MFA');
    const answer = { USERNAME: who.username, SOFTWARE_TOKEN_MFA_CODE: await who.code() };
    const reply = await cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session,
        ChallengeResponses: answer,
      }),
    );
    return reply.AuthenticationResult;
  };
  const byPassword = async (): Promise<Result> => {
    const reply = await cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: who.username, PASSWORD: who.password },
      }),
    );
    if (reply.ChallengeName === 'SOFTWARE_TOKEN_MFA') return byCode(reply.Session);
    if (reply.AuthenticationResult === undefined) throw refusal(who, reply.ChallengeName);
    return reply.AuthenticationResult;
  };
  const byRefresh = async (refresh: string): Promise<Result> => {
    const reply = await cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: refresh },
      }),
    );
    return reply.AuthenticationResult;
  };

  return async (): Promise<string> => {
    if (held !== undefined && held.until > now() + renewBeforeMs) return held.id;
    const refresh = held?.refresh;
    // A refresh token that ran out or was revoked is no failure: the password is still known.
    const renewed = refresh === undefined ? undefined : await byRefresh(refresh).catch(() => undefined);
    const result = renewed ?? (await byPassword());
    if (result?.IdToken === undefined) throw refusal(who, undefined);
    const until = now() + (result.ExpiresIn ?? 3600) * 1000;
    held = { id: result.IdToken, refresh: result.RefreshToken ?? refresh, until };
    return held.id;
  };
};
