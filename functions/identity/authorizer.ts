import { JwtVerifier } from 'aws-jwt-verify';
import { FetchError } from 'aws-jwt-verify/error';
import type { Fetcher } from 'aws-jwt-verify/https';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import * as z from 'zod';

/** How the issuer names what we need to know; a dot leads into an object (`realm_access.roles`). */
export type ClaimNames = { roles: string; organisation: string; node: string };
export type AuthorizerSettings = {
  issuer: string;
  clientId: string;
  jwksUri: string;
  claims: ClaimNames;
};

/** API Gateway answers 401 to exactly this message and 500 to any other. */
const unauthorized = (): Error => new Error('Unauthorized');

const request = z.object({ authorizationToken: z.string(), methodArn: z.string() });

const claimAt = (claims: Record<string, unknown>, name: string): unknown =>
  name in claims
    ? claims[name]
    : name.split('.').reduce<unknown>((of, step) => new Map(Object.entries(Object(of))).get(step), claims);

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

/** The claims as `layers/platform/identity.ts` reads them; API Gateway hands on plain texts only. */
const contextOf = (
  claims: Record<string, unknown>,
  sub: string,
  names: ClaimNames,
): Record<string, string> => {
  const [organisation] = texts(claimAt(claims, names.organisation));
  const [node] = texts(claimAt(claims, names.node));
  const [username] = texts(claims['preferred_username']);
  const [name] = texts(claims['name']);
  const [email] = texts(claims['email']);
  const known = {
    sub,
    'cognito:username': username,
    name,
    email,
    'cognito:groups': texts(claimAt(claims, names.roles)).join(','),
    'custom:organisation': organisation,
    'custom:node': node,
  };
  return Object.fromEntries(
    Object.entries(known).filter((one): one is [string, string] => one[1] !== undefined),
  );
};

/** Everything of this API: the answer is kept for minutes and must fit the caller's next route too. */
const wholeApi = (methodArn: string): string => methodArn.split('/').slice(0, 2).concat('*').join('/');

/**
 * Checks a token of an OpenID Connect issuer: signature by its published keys, issuer, audience, time. Throws `Unauthorized`
 * (401) for what is not a valid token of ours; another error when the issuer's keys cannot be read, so that an alarm tells.
 */
export const authorizer = (settings: AuthorizerSettings, fetcher?: Fetcher) => {
  const verifier = JwtVerifier.create(
    { issuer: settings.issuer, audience: settings.clientId, jwksUri: settings.jwksUri },
    { jwksCache: new SimpleJwksCache(fetcher === undefined ? {} : { fetcher }) },
  );
  return async (event: unknown) => {
    const { authorizationToken, methodArn } = request.parse(event);
    const token = /^Bearer\s+(\S+)$/i.exec(authorizationToken.trim())?.[1];
    if (token === undefined) throw unauthorized();
    const claims = await verifier.verify(token).catch((error: unknown) => {
      throw error instanceof FetchError ? error : unauthorized();
    });
    if (typeof claims.sub !== 'string' || claims.sub === '') throw unauthorized();
    return {
      principalId: claims.sub,
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: wholeApi(methodArn) }],
      },
      context: contextOf(claims, claims.sub, settings.claims),
    };
  };
};
