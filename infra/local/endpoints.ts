import { roles } from '@geoarchive/domain/roles.ts';
import type { Account } from './accounts.ts';

/** Where everything of a run answers; written to `endpoints.json` in its state folder. */
export type Endpoints = {
  submit: string;
  admin: string;
  portal: string;
  /** With the stage, so that a route's path can be appended. */
  internalApi: string;
  publicApi: string;
  /** `credentials` may do everything; they exist on this machine only. */
  aws: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } };
  accounts: Account[];
  /** Physical names by logical ones, for tests and tools: `intake/IntakeTable…` → name. */
  resources: Record<string, string>;
};

/** The site that an account signs in to. */
export const siteOf = (
  { submit, admin }: Pick<Endpoints, 'submit' | 'admin'>,
  { role }: Pick<Account, 'role'>,
): string => (roles.find(({ code }) => code === role)?.pool === 'staff' ? admin : submit);
