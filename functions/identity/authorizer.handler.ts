import { lazy } from '@geoarchive/platform/lazy.ts';
import { logger } from '@geoarchive/platform/telemetry.ts';
import { FetchError } from 'aws-jwt-verify/error';
import type { Fetcher } from 'aws-jwt-verify/https';
import * as z from 'zod';
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

/** Reads the issuer's keys by the runtime's own fetch: the library's takes https only, and a local issuer has none. */
const fetcher: Fetcher = {
  async fetch(uri) {
    const reply = await fetch(uri, { signal: AbortSignal.timeout(3_000) }).catch((error: unknown) => {
      throw new FetchError(uri, error);
    });
    if (!reply.ok) throw new FetchError(uri, `HTTP ${reply.status}`);
    return reply.arrayBuffer();
  },
};

const authorize = lazy(() => {
  const env = environment.parse(process.env);
  const { claims } = settings.parse(JSON.parse(env.SETTINGS)).identity;
  const { ISSUER: issuer, CLIENT_ID: clientId, JWKS_URI: jwksUri } = env;
  return authorizer({ issuer, clientId, jwksUri, claims }, fetcher);
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
