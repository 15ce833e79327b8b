import * as identity from '@geoarchive/contract/identity.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { IdentityDeps } from './deps.ts';

/** Who is signed in, where they belong, what lies below it and whom it acts for. */
const me = async (deps: IdentityDeps, { caller }: Call<typeof identity.me>) => {
  const { username, name, email, roles, organisation: own } = caller;
  const person = { username, name, roles, ...(email === undefined ? {} : { email }) };
  if (own === undefined) return { ...person, subsidiaries: [], actsFor: [] };
  const [organisation, subsidiaries, actsFor] = await Promise.all([
    deps.organisations.named(own),
    roles.includes('SUBMITTER_ADMIN') ? deps.organisations.below(own) : [],
    deps.mandates.principalsOf(own).then((ids) => Promise.all(ids.map(deps.organisations.named))),
  ]);
  return { ...person, organisation, subsidiaries, actsFor };
};

export const meRoutes = [implement(identity.me, me)];
