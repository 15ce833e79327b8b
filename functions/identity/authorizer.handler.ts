import { lazy } from '@geoarchive/platform/lazy.ts';
import { JwtVerifier } from 'aws-jwt-verify';
import { z } from 'zod';
import { authorizer } from './authorizer.ts';

const environment = z.object({
  ISSUER: z.string(),
  CLIENT_ID: z.string(),
  JWKS_URI: z.string(),
  SETTINGS: z.string(),
});
const settings = z.object({ identity: z.object({ claims: z.record(z.string(), z.string()) }) });

const authorize = lazy(() => {
  const env = environment.parse(process.env);
  const { claims } = settings.parse(JSON.parse(env.SETTINGS)).identity;
  const verifier = JwtVerifier.create({ issuer: env.ISSUER, audience: env.CLIENT_ID, jwksUri: env.JWKS_URI });
  return authorizer({ verify: (token) => verifier.verify(token), claims });
});

/** TOKEN authorizer for deployments whose people sign in with an OpenID Connect issuer instead of Cognito. */
export const handler = (event: unknown) => authorize()(event);
