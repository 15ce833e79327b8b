import { type Client, createClient } from '@geoarchive/contract/client.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { signIn } from '@geoarchive/frontend-cli/session.ts';
import { type Endpoints, siteOf } from '../../infra/local/endpoints.ts';
import { withSecondFactor } from './second-factor.ts';

/** Signed-in clients of the run, one per role, made on first use. */
export const actors = (endpoints: Endpoints, language = 'en') => {
  const made = new Map<RoleCode, Promise<Client>>();
  const make = async (role: RoleCode): Promise<Client> => {
    const account = endpoints.accounts.find((one) => one.role === role);
    if (account === undefined) throw new Error(`The run has no account for ${role}`);
    const site = siteOf(endpoints, account);
    return signIn(site, await withSecondFactor(site, account), language);
  };
  return {
    as(role: RoleCode): Promise<Client> {
      const client = made.get(role) ?? make(role);
      made.set(role, client);
      return client;
    },
    stranger: (): Client =>
      createClient({
        baseUrl: `${endpoints.portal}/api`,
        token: async () => undefined,
        language: () => language,
      }),
  };
};
export type Actors = ReturnType<typeof actors>;
