import { knownRoles } from '@geoarchive/domain/roles.ts';
import * as z from 'zod';
import type { Person } from './port.ts';

/** How an issuer names what we need to know; a dot leads into an object (`realm_access.roles`). */
export type ClaimNames = { roles: string; organisation: string; node: string };

const cognitoNames: ClaimNames = {
  roles: 'cognito:groups',
  organisation: 'custom:organisation',
  node: 'custom:node',
};

const known = z.looseObject({ sub: z.string(), email: z.string().default(''), name: z.string().optional() });
const text = z.string().optional().catch(undefined);
const texts = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .catch(undefined);

const claimAt = (claims: object, name: string): unknown =>
  name in claims
    ? new Map<string, unknown>(Object.entries(claims)).get(name)
    : name.split('.').reduce<unknown>((of, step) => new Map(Object.entries(Object(of))).get(step), claims);

/** The person in the claims of an ID token, of a user pool unless the names of another issuer are given. */
export const personOf = (payload: unknown, names: ClaimNames = cognitoNames): Person => {
  const claims = known.parse(payload);
  return {
    id: claims.sub,
    email: claims.email,
    name: claims.name ?? claims.email,
    roles: knownRoles(texts.parse(claimAt(claims, names.roles)) ?? []),
    organisation: text.parse(claimAt(claims, names.organisation)),
    node: text.parse(claimAt(claims, names.node)),
  };
};

/** The payload of a JWT, not verified: the gateway does that, a site only shows who is signed in. */
export const payloadOf = (jwt: string): unknown => {
  const part = jwt.split('.')[1] ?? '';
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
};

const ending = z.object({ exp: z.number().optional() });

/** When a JWT ends, in milliseconds; 0 when it does not say. */
export const endOf = (jwt: string): number => (ending.parse(payloadOf(jwt)).exp ?? 0) * 1000;
