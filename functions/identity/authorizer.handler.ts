import { lazy } from '@geoarchive/platform/lazy.ts';
import { logger } from '@geoarchive/platform/telemetry.ts';
import { z } from 'zod';
import { authorizer } from './authorizer.ts';

const environment = z.object({
  ISSUER: z.string(),
  CLIENT_ID: z.string(),
  JWKS_URI: z.string(),
  SETTINGS: z.string(),
});
const settings = z.object({
  identity: z.object({ claims: z.object({ roles: z.string(), organisation: z.string(), node: z.string() }) }),
});

const authorize = lazy(() => {
  const env = environment.parse(process.env);
  const { claims } = settings.parse(JSON.parse(env.SETTINGS)).identity;
  return authorizer({ issuer: env.ISSUER, clientId: env.CLIENT_ID, jwksUri: env.JWKS_URI, claims });
});

/** The authorizer of an API whose people sign in at an outside issuer. Not middy: its error text is the gateway's contract. */
export const handler = async (event: unknown) => {
  try {
    return await authorize()(event);
  } catch (error) {
    if (!(error instanceof Error && error.message === 'Unauthorized'))
      logger().error('authorizer failed', { error: error instanceof Error ? error : String(error) });
    throw error;
  }
};
