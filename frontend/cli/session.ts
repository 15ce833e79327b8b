import { readFile } from 'node:fs/promises';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Client, createClient } from '@geoarchive/contract/client.ts';
import { z } from 'zod';

/** What the commands need of `endpoints.json`; a deployment in the cloud writes one of its own by hand. */
const endpointsFile = z.object({
  submit: z.string(),
  admin: z.string(),
  portal: z.string(),
  accounts: z.array(z.object({ role: z.string(), username: z.string(), password: z.string() })).default([]),
});
export type Endpoints = z.infer<typeof endpointsFile>;

const siteConfig = z.object({
  identity: z.object({
    kind: z.literal('cognito'),
    region: z.string(),
    clientId: z.string(),
    endpoint: z.string().optional(),
  }),
});

export const readEndpoints = async (file: string): Promise<Endpoints> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(
      `${file}: not there. Start the system with "npm start", or name another file with --endpoints.`,
    );
  });
  return endpointsFile.parse(JSON.parse(text));
};

export type Credentials = { username: string; password: string };

/** Minutes before the end of an ID token at which a new one is fetched. */
const renewBefore = 5 * 60_000;

/** A signed-in client of the API behind a site; signs in again by itself when the token runs out. */
export const signIn = async (site: string, who: Credentials, language: string): Promise<Client> => {
  const { identity } = siteConfig.parse(await (await fetch(`${site}/config.json`)).json());
  const cognito = new CognitoIdentityProviderClient({
    region: identity.region,
    ...(identity.endpoint === undefined ? {} : { endpoint: identity.endpoint }),
    credentials: { accessKeyId: 'anonymous', secretAccessKey: 'anonymous' },
  });
  let held: { token: string; until: number } | undefined;
  const token = async (): Promise<string> => {
    if (held !== undefined && held.until > Date.now() + renewBefore) return held.token;
    const reply = await cognito.send(
      new InitiateAuthCommand({
        ClientId: identity.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: who.username, PASSWORD: who.password },
      }),
    );
    const idToken = reply.AuthenticationResult?.IdToken;
    if (idToken === undefined)
      throw new Error(
        `Signing in as ${who.username} asks for ${reply.ChallengeName ?? 'more'}: do that once in the browser.`,
      );
    held = { token: idToken, until: Date.now() + (reply.AuthenticationResult?.ExpiresIn ?? 3600) * 1000 };
    return idToken;
  };
  return createClient({ baseUrl: `${site}/api`, token, language: () => language });
};

/** The account to use: `--user` with GEOARCHIVE_PASSWORD, else the demo account of the role. */
export const accountFor = (endpoints: Endpoints, role: string, user: string | undefined): Credentials => {
  const password = process.env['GEOARCHIVE_PASSWORD'];
  const known = endpoints.accounts.find((account) =>
    user === undefined ? account.role === role : account.username === user,
  );
  if (user !== undefined && password !== undefined) return { username: user, password };
  if (known === undefined) throw new Error('Give --user NAME and its password in GEOARCHIVE_PASSWORD.');
  return known;
};
