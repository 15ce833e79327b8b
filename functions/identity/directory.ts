import type { person } from '@geoarchive/contract/identity.ts';
import type { z } from 'zod';

export type Person = z.infer<typeof person>;
export type PersonRole = Person['roles'][number];
/** A person with the organisation they belong to; who has none is nobody's to change. */
export type Member = { person: Person; organisation: string | undefined };

/**
 * Who keeps the people: the public user pool here, an issuer's own administration elsewhere. It knows nothing of who may do
 * what; the use cases ask that.
 */
export type Directory = {
  list(organisation: string): Promise<Person[]>;
  /** Finds a person by user name. */
  find(username: string): Promise<Member | undefined>;
  findByEmail(email: string): Promise<Member | undefined>;
  /** Makes the account and has the temporary password sent by e-mail. */
  invite(
    username: string,
    of: { email: string; name: string; organisation: string; role: PersonRole },
  ): Promise<void>;
  /** Sends a new temporary password to someone who never used the first. */
  inviteAgain(username: string): Promise<void>;
  setEnabled(username: string, enabled: boolean): Promise<void>;
  /** Leaves exactly this one of the submitters' roles. */
  setRole(username: string, role: PersonRole): Promise<void>;
};

/** The state of somebody who was invited and has not signed in yet. */
export const invited = 'FORCE_CHANGE_PASSWORD';
