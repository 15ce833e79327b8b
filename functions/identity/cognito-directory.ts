import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Directory, Member, Person, PersonRole } from './directory.ts';

const personRoles: readonly PersonRole[] = ['SUBMITTER', 'SUBMITTER_ADMIN'];
type Found = {
  Username?: string | undefined;
  Enabled?: boolean | undefined;
  UserStatus?: string | undefined;
  Attributes?: AttributeType[] | undefined;
};
const attribute = (of: Found, name: string): string | undefined =>
  of.Attributes?.find((one) => one.Name === name)?.Value;

/** The people in the public user pool. */
export const cognitoDirectory = (
  UserPoolId: string,
  client: () => CognitoIdentityProviderClient,
): Directory => {
  const groupsOf = async (Username: string): Promise<string[]> => {
    const reply = await client().send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
    return (reply.Groups ?? []).flatMap(({ GroupName }) => GroupName ?? []);
  };

  const personOf = async (of: Found): Promise<Person> => {
    const username = of.Username ?? '';
    const groups = await groupsOf(username);
    return {
      username,
      email: attribute(of, 'email') ?? '',
      name: attribute(of, 'name') ?? username,
      enabled: of.Enabled ?? false,
      roles: personRoles.filter((role) => groups.includes(role)),
      status: of.UserStatus ?? 'UNKNOWN',
    };
  };
  const memberOf = async (of: Found): Promise<Member> => ({
    person: await personOf(of),
    organisation: attribute(of, 'custom:organisation'),
  });

  const setRole = async (Username: string, role: PersonRole): Promise<void> => {
    // The new role first: a failure in between leaves a person with both, never with none; repeating it mends it.
    await client().send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }));
    for (const GroupName of personRoles.filter((other) => other !== role))
      await client().send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));
  };

  return {
    /** Cognito cannot search by a custom attribute, so this reads the pool page by page. */
    async list(organisation) {
      const people: Person[] = [];
      let token: string | undefined;
      do {
        const page = await client().send(
          new ListUsersCommand({
            UserPoolId,
            Limit: 60,
            ...(token === undefined ? {} : { PaginationToken: token }),
          }),
        );
        const own = (page.Users ?? []).filter((of) => attribute(of, 'custom:organisation') === organisation);
        people.push(...(await Promise.all(own.map(personOf))));
        token = page.PaginationToken;
      } while (token !== undefined);
      return people.sort((a, b) => a.username.localeCompare(b.username));
    },
    async find(username) {
      try {
        const found = await client().send(new AdminGetUserCommand({ UserPoolId, Username: username }));
        return await memberOf({ ...found, Attributes: found.UserAttributes });
      } catch (error) {
        if (error instanceof Error && error.name === 'UserNotFoundException') return undefined;
        throw error;
      }
    },
    async findByEmail(email) {
      const quoted = email.replaceAll(/["\\]/g, '\\$&');
      const { Users } = await client().send(
        new ListUsersCommand({ UserPoolId, Filter: `email = "${quoted}"`, Limit: 1 }),
      );
      const [found] = Users ?? [];
      return found === undefined ? undefined : memberOf(found);
    },
    async invite(username, { email, name, organisation, role }) {
      const attributes = { email, email_verified: 'true', name, 'custom:organisation': organisation };
      await client().send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username: username,
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
      await setRole(username, role);
    },
    async inviteAgain(username) {
      await client().send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username: username,
          DesiredDeliveryMediums: ['EMAIL'],
          MessageAction: 'RESEND',
        }),
      );
    },
    async setEnabled(username, enabled) {
      const target = { UserPoolId, Username: username };
      if (enabled) await client().send(new AdminEnableUserCommand(target));
      else await client().send(new AdminDisableUserCommand(target));
    },
    setRole,
  };
};
