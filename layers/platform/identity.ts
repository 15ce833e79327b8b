import { knownRoles, type RoleCode } from '@geoarchive/domain/roles.ts';
import * as z from 'zod';

/** Who calls, from a token the gateway has checked. */
export type Caller = {
  sub: string;
  username: string;
  name: string;
  email?: string | undefined;
  roles: RoleCode[];
  organisation?: string | undefined;
  node?: string | undefined;
};

const claims = z.object({
  sub: z.string(),
  'cognito:username': z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  // The gateway hands groups on as text: "A,B" or "[A B]", the JWT authorizer as "A,B".
  'cognito:groups': z.union([z.string(), z.array(z.string())]).optional(),
  'custom:organisation': z.string().optional(),
  'custom:node': z.string().optional(),
});
const context = z.object({ claims }).or(claims.transform((flat) => ({ claims: flat })));

const groupsOf = (given: string | string[] | undefined): string[] =>
  given === undefined ? [] : Array.isArray(given) ? given : given.split(/[\s,[\]]+/).filter((g) => g !== '');

/** The caller in the gateway's authorizer context (Cognito puts claims under `claims`, the JWT authorizer flat). */
export const callerOf = (authorizer: unknown): Caller | undefined => {
  const parsed = context.safeParse(authorizer);
  if (!parsed.success) return undefined;
  const of = parsed.data.claims;
  const username = of['cognito:username'] ?? of.sub;
  return {
    sub: of.sub,
    username,
    name: of.name ?? username,
    email: of.email,
    roles: knownRoles(groupsOf(of['cognito:groups'])),
    organisation: of['custom:organisation'],
    node: of['custom:node'],
  };
};
