import { knownRoles } from '@geoarchive/domain/roles.ts';
import * as z from 'zod';
import type { Person } from './port.ts';

const claims = z.object({
  sub: z.string(),
  email: z.string().default(''),
  name: z.string().optional(),
  'cognito:groups': z.array(z.string()).optional(),
  groups: z.array(z.string()).optional(),
  'custom:organisation': z.string().optional(),
  'custom:node': z.string().optional(),
  organisation: z.string().optional(),
  node: z.string().optional(),
  exp: z.number().optional(),
});

/** The person in the claims of an ID token, of a pool or of another issuer (plain `groups`, `organisation`, `node`). */
export const personOf = (payload: unknown): Person => {
  const c = claims.parse(payload);
  return {
    id: c.sub,
    email: c.email,
    name: c.name ?? c.email,
    roles: knownRoles(c['cognito:groups'] ?? c.groups ?? []),
    organisation: c['custom:organisation'] ?? c.organisation,
    node: c['custom:node'] ?? c.node,
  };
};

/** The payload of a JWT, not verified: the gateway does that, a site only shows who is signed in. */
export const payloadOf = (jwt: string): unknown => {
  const part = jwt.split('.')[1] ?? '';
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
};

/** When a JWT ends, in milliseconds; 0 when it does not say. */
export const endOf = (jwt: string): number => (claims.partial().parse(payloadOf(jwt)).exp ?? 0) * 1000;
