import { readFile } from 'node:fs/promises';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Client, createClient } from '@geoarchive/contract/client.ts';
import * as z from 'zod';
import { askCode } from './second-factor.ts';
import { type Credentials, createTokens } from './tokens.ts';

/** What the commands need of `endpoints.json`; a deployment in the cloud writes one of its own by hand. */
const endpointsFile = z.object({
  submit: z.string(),
  admin: z.string(),
  portal: z.string(),
  /** Where the engines of a local run answer; nothing else has it. */
  aws: z.object({ endpoint: z.string() }).optional(),
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

/** A signed-in client of the API behind a site; it stays signed in by itself as long as the pool lets it. */
export const signIn = async (site: string, who: Credentials, language: string): Promise<Client> => {
  const { identity } = siteConfig.parse(await (await fetch(`${site}/config.json`)).json());
  const cognito = new CognitoIdentityProviderClient({
    region: identity.region,
    ...(identity.endpoint === undefined ? {} : { endpoint: identity.endpoint }),
    credentials: { accessKeyId: 'anonymous', secretAccessKey: 'anonymous' },
  });
  const token = createTokens(cognito, identity.clientId, who);
  // Signs in now, so that a wrong password or code is told before any work begins.
  await token();
  return createClient({ baseUrl: `${site}/api`, token, language: () => language });
};

/** The account to use: `--user` with GEOARCHIVE_PASSWORD, else the demo account of the role. */
export const accountFor = (endpoints: Endpoints, role: string, user: string | undefined): Credentials => {
  const password = process.env['GEOARCHIVE_PASSWORD'];
  const known = endpoints.accounts.find((account) =>
    user === undefined ? account.role === role : account.username === user,
  );
  if (user !== undefined && password !== undefined) return { username: user, password, code: askCode };
  if (known === undefined) throw new Error('Give --user NAME and its password in GEOARCHIVE_PASSWORD.');
  return { ...known, code: askCode };
};

/** Signed in for staff's work, as `--user` or the demo account of a role; with where the system answers. */
export const openAs = async (
  role: string,
  of: { endpoints: string; user?: string | undefined },
  language: string,
): Promise<{ client: Client; endpoints: Endpoints }> => {
  const endpoints = await readEndpoints(of.endpoints);
  return { endpoints, client: await signIn(endpoints.admin, accountFor(endpoints, role, of.user), language) };
};
