import type { RoleCode } from '@geoarchive/domain/roles.ts';
import type { Browser, Page } from 'playwright-core';
import { type Endpoints, siteOf } from '../../../infra/local/endpoints.ts';
import type { Made } from '../../support/people.ts';
import { type Complaints, openSite, signIn } from './session.ts';

/** The demo people at their sites, each signed in once, on first use; and what their pages complained about. */
export const openDesk = (browser: () => Browser, endpoints: Endpoints) => {
  const pages = new Map<RoleCode, Promise<Page>>();
  const heard: Complaints[] = [];
  const visitor = async ({ site, ...who }: Made): Promise<Page> => {
    const { page, complaints } = await openSite(browser(), site);
    heard.push(complaints);
    await signIn(page, who);
    return page;
  };
  const open = (role: RoleCode): Promise<Page> => {
    const account = endpoints.accounts.find((one) => one.role === role);
    if (account === undefined) throw new Error(`No account for ${role}`);
    const site = siteOf(endpoints, account);
    return visitor({ site, username: account.username, password: account.password });
  };
  return {
    as(role: RoleCode): Promise<Page> {
      const page = pages.get(role) ?? open(role);
      pages.set(role, page);
      return page;
    },
    /** A person who is not among the demo accounts. */
    visitor,
    complaints: () => heard.flat(),
  };
};
