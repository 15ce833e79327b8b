import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { userSchema } from '../../infra/local/cognito/model.ts';
import { totp } from '../../infra/local/cognito/totp.ts';
import { sharedState } from './shared-run.ts';

const config = z.object({
  identity: z.object({ region: z.string(), clientId: z.string(), endpoint: z.string() }),
});
type Account = { username: string; password: string };

/** The secret in a person's authenticator. It is read where the local pool keeps it, so that every test process knows it. */
const secretOf = (username: string): string => {
  const database = new DatabaseSync(join(sharedState(), 'aws', 'cognito', 'cognito.db'), { readOnly: true });
  try {
    const users = database
      .prepare("SELECT json FROM record WHERE kind = 'user'")
      .all()
      .map((row) => userSchema.parse(JSON.parse(String(row['json']))));
    // Somebody of the other pool may have the same name, but no second factor.
    const secret = users.find((user) => user.username === username && user.totp)?.totp?.secret;
    if (secret === undefined) throw new Error(`${username} has no second factor`);
    return secret;
  } finally {
    database.close();
  }
};

/** What the authenticator of a person of the shared run shows now. */
export const codeOf = (username: string): string => totp(secretOf(username), new Date());

const enrol = async (site: string, { username, password }: Account): Promise<void> => {
  const { identity } = config.parse(await (await fetch(`${site}/config.json`)).json());
  const { clientId: ClientId, region, endpoint } = identity;
  const credentials = { accessKeyId: 'anonymous', secretAccessKey: 'anonymous' };
  const cognito = new CognitoIdentityProviderClient({ region, endpoint, credentials });
  try {
    const AuthParameters = { USERNAME: username, PASSWORD: password };
    const begun = await cognito.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    );
    if (begun.ChallengeName !== 'MFA_SETUP') return;
    const offered = await cognito.send(new AssociateSoftwareTokenCommand({ Session: begun.Session }));
    const UserCode = totp(offered.SecretCode ?? '', new Date());
    const verified = await cognito.send(
      new VerifySoftwareTokenCommand({ Session: offered.Session, UserCode }),
    );
    await cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'MFA_SETUP',
        Session: verified.Session,
        ChallengeResponses: { USERNAME: username },
      }),
    );
  } finally {
    cognito.destroy();
  }
};

/** The credentials with a second factor; one is enrolled where the pool asks for it and the person has none yet. */
export const withSecondFactor = async <T extends Account>(site: string, who: T) => {
  await enrol(site, who);
  return { ...who, code: async () => codeOf(who.username) };
};
