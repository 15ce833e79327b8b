import {
  AdminListGroupsForUserCommand,
  type CognitoIdentityProviderClient,
  ListUsersCommand,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { knownRoles, type RoleCode } from '@geoarchive/domain/roles.ts';
import type { Mailbox } from './notice-store.ts';

/** Somebody whom a mailbox belongs to at this moment. */
export type Addressee = { username: string; email: string; roles: readonly RoleCode[] };
/** Who keeps the people: a user pool here. Where an outside issuer does, nobody can be looked up, and no mail is sent. */
export type People = { of(mailbox: Mailbox): Promise<Addressee[]> };

const attribute = (of: UserType, name: string): string | undefined =>
  of.Attributes?.find((one) => one.Name === name)?.Value;

/** The attribute that says whose mailbox it is. */
const belonging = (mailbox: Mailbox): [name: string, value: string] => {
  if ('organisation' in mailbox) return ['custom:organisation', mailbox.organisation];
  return 'node' in mailbox ? ['custom:node', mailbox.node] : ['sub', mailbox.person];
};

/**
 * The people of a user pool. Cognito cannot search by a custom attribute, so this reads the pool page by page. Left out: who is disabled, and
 * who has not proved that the address is theirs (anybody may write any address into their own account).
 */
export const cognitoPeople = (UserPoolId: string, client: () => CognitoIdentityProviderClient): People => {
  const rolesOf = async (Username: string): Promise<RoleCode[]> => {
    const { Groups } = await client().send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
    return knownRoles((Groups ?? []).flatMap(({ GroupName }) => GroupName ?? []));
  };
  return {
    async of(mailbox) {
      const [name, value] = belonging(mailbox);
      const found: Addressee[] = [];
      let token: string | undefined;
      do {
        const page = await client().send(
          new ListUsersCommand({
            UserPoolId,
            Limit: 60,
            ...(token === undefined ? {} : { PaginationToken: token }),
          }),
        );
        for (const user of page.Users ?? []) {
          const { Username: username, Enabled } = user;
          const email = attribute(user, 'email');
          if (username === undefined || email === undefined || Enabled !== true) continue;
          if (attribute(user, 'email_verified') !== 'true' || attribute(user, name) !== value) continue;
          found.push({ username, email, roles: await rolesOf(username) });
        }
        token = page.PaginationToken;
      } while (token !== undefined);
      return found;
    },
  };
};
