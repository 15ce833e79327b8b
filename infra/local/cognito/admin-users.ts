import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Context, type Input, type Operation, secondsOf } from './context.ts';
import { fail } from './fail.ts';
import { attributeList, attributesOut, read, text } from './input.ts';
import type { Pool, User } from './model.ts';
import { writeLetter } from './outbox.ts';
import { checkPassword, inventPassword, withPassword } from './passwords.ts';
import { poolOf } from './pools.ts';
import { makeSecret } from './srp.ts';
import { inPool } from './store.ts';
import { checkAttributes, endGrants, findUser, mfaView, saveUser, userOf, userView } from './users.ts';

const idInput = z.object({ UserPoolId: text, Username: text });
const createInput = idInput.extend({
  UserAttributes: attributeList,
  TemporaryPassword: text.optional(),
  MessageAction: z.enum(['SUPPRESS', 'RESEND']).optional(),
});

function target(context: Context, input: Input): { pool: Pool; user: User } {
  const { UserPoolId, Username } = read(idInput, input);
  const pool = poolOf(context, UserPoolId);
  return { pool, user: userOf(context, pool, Username) };
}

const change =
  (edit: (user: User) => User): Operation =>
  (context, input) => {
    saveUser(context, edit(target(context, input).user));
    return {};
  };

function newUser(context: Context, pool: Pool, name: string, attributes: Record<string, string>): User {
  const sub = randomUUID();
  const username = pool.emailIsUsername ? sub : name.toLowerCase();
  const created = secondsOf(context.now());
  return {
    poolId: pool.id,
    username,
    sub,
    attributes: pool.emailIsUsername ? { email: name, ...attributes } : attributes,
    enabled: true,
    status: 'FORCE_CHANGE_PASSWORD',
    created,
    modified: created,
    groups: [],
    ...makeSecret(pool.id, username, randomUUID()),
  };
}

const create: Operation = (context, input) => {
  const wanted = read(createInput, input);
  const pool = poolOf(context, wanted.UserPoolId);
  checkAttributes(pool, wanted.UserAttributes);
  if (pool.emailIsUsername && !/^[^@\s]+@[^@\s]+$/.test(wanted.Username))
    throw fail('InvalidParameterException', 'Username should be an email.');
  const email = wanted.UserAttributes['email'];
  const known =
    findUser(context, pool, wanted.Username) ?? (email ? findUser(context, pool, email) : undefined);
  const again = wanted.MessageAction === 'RESEND';
  if (again && !known) throw fail('UserNotFoundException', 'User does not exist.');
  if (known && !again) throw fail('UsernameExistsException', 'User account already exists');
  if (known && known.status !== 'FORCE_CHANGE_PASSWORD')
    throw fail('UnsupportedUserStateException', `User is in state ${known.status}`);
  const password = wanted.TemporaryPassword ?? inventPassword(pool);
  checkPassword(pool, password);
  const user = known ?? newUser(context, pool, wanted.Username, wanted.UserAttributes);
  const saved = saveUser(context, withPassword(user, password));
  if (wanted.MessageAction !== 'SUPPRESS')
    context.outbox.send(writeLetter('invitation', pool, saved, password, context.now()));
  return { User: userView(saved) };
};

/** What administrators do with single users. */
export const adminUserOperations: Readonly<Record<string, Operation>> = {
  AdminCreateUser: create,
  AdminGetUser(context, input) {
    const { user } = target(context, input);
    const { Attributes, ...view } = userView(user);
    return { ...view, UserAttributes: Attributes, ...mfaView(user) };
  },
  AdminSetUserPassword(context, input) {
    const { pool, user } = target(context, input);
    const { Password, Permanent } = read(
      z.object({ Password: text, Permanent: z.boolean().default(false) }),
      input,
    );
    checkPassword(pool, Password);
    const status = Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
    saveUser(context, { ...withPassword(user, Password), status });
    return {};
  },
  AdminUpdateUserAttributes(context, input) {
    const { pool, user } = target(context, input);
    const { UserAttributes } = read(z.object({ UserAttributes: attributeList }), input);
    checkAttributes(pool, UserAttributes, user);
    const email = UserAttributes['email'];
    const other = email && (pool.emailIsUsername || pool.emailIsAlias) && findUser(context, pool, email);
    if (other && other.username !== user.username)
      throw fail('AliasExistsException', 'An account with the email already exists.');
    saveUser(context, { ...user, attributes: { ...user.attributes, ...UserAttributes } });
    return {};
  },
  AdminDeleteUserAttributes(context, input) {
    const { user } = target(context, input);
    const { UserAttributeNames } = read(z.object({ UserAttributeNames: z.array(text) }), input);
    const kept = Object.entries(user.attributes).filter(([name]) => !UserAttributeNames.includes(name));
    saveUser(context, { ...user, attributes: Object.fromEntries(kept) });
    return {};
  },
  AdminDisableUser: change((user) => ({ ...user, enabled: false })),
  AdminEnableUser: change((user) => ({ ...user, enabled: true })),
  AdminUserGlobalSignOut(context, input) {
    endGrants(context, target(context, input).user);
    return {};
  },
  AdminSetUserMFAPreference(context, input) {
    const { user } = target(context, input);
    const { SoftwareTokenMfaSettings: wanted } = read(
      z.object({ SoftwareTokenMfaSettings: z.object({ Enabled: z.boolean().default(false) }).optional() }),
      input,
    );
    if (wanted?.Enabled && !user.totp?.verified)
      throw fail('InvalidParameterException', 'User has not verified software token mfa');
    if (wanted && user.totp) saveUser(context, { ...user, totp: { ...user.totp, enabled: wanted.Enabled } });
    return {};
  },
  AdminDeleteUser(context, input) {
    const { user } = target(context, input);
    endGrants(context, user);
    context.store.users.remove(inPool(user.poolId, user.username));
    return {};
  },
  AdminListGroupsForUser(context, input) {
    const { pool, user } = target(context, input);
    const groups = user.groups.flatMap((name) => context.store.groups.get(inPool(pool.id, name)) ?? []);
    return { Groups: groups.map((group) => ({ GroupName: group.name, UserPoolId: pool.id })) };
  },
  AdminAddUserToGroup(context, input) {
    const { pool, user } = target(context, input);
    const { GroupName } = read(z.object({ GroupName: text }), input);
    if (!context.store.groups.get(inPool(pool.id, GroupName)))
      throw fail('ResourceNotFoundException', 'Group not found.');
    saveUser(context, { ...user, groups: [...new Set([...user.groups, GroupName])] });
    return {};
  },
  AdminRemoveUserFromGroup(context, input) {
    const { user } = target(context, input);
    const { GroupName } = read(z.object({ GroupName: text }), input);
    saveUser(context, { ...user, groups: user.groups.filter((name) => name !== GroupName) });
    return {};
  },
};

/** Attributes of a user for a reply, as far as a client may read them. */
export const readableAttributes = (user: User, readable: readonly string[] | undefined) =>
  attributesOut({
    sub: user.sub,
    ...Object.fromEntries(
      Object.entries(user.attributes).filter(([name]) => !readable || readable.includes(name)),
    ),
  });
