import { type Context, secondsOf } from './context.ts';
import { fail } from './fail.ts';
import { attributesOut } from './input.ts';
import type { Pool, User } from './model.ts';
import { isStandard, usersOf } from './pools.ts';
import { inPool } from './store.ts';

/** Finds a user by user name, id or (where the pool signs in by it) e-mail address; case does not matter. */
export function findUser(context: Context, pool: Pool, name: string): User | undefined {
  const direct = context.store.users.get(inPool(pool.id, name.toLowerCase()));
  if (direct) return direct;
  const wanted = name.toLowerCase();
  const byEmail = pool.emailIsUsername || pool.emailIsAlias;
  return usersOf(context, pool.id).find(
    (user) => user.sub === wanted || (byEmail && user.attributes['email']?.toLowerCase() === wanted),
  );
}

/** The user, or UserNotFoundException. */
export function userOf(context: Context, pool: Pool, name: string): User {
  const user = findUser(context, pool, name);
  if (!user) throw fail('UserNotFoundException', 'User does not exist.');
  return user;
}

/** Keeps a user, with the time of the change. */
export function saveUser({ store, now }: Context, user: User): User {
  const saved = { ...user, modified: secondsOf(now()) };
  store.users.put(inPool(user.poolId, user.username), saved);
  return saved;
}

/** Throws when an attribute is not in the pool's schema, or may not change. */
export function checkAttributes(
  pool: Pool,
  attributes: Readonly<Record<string, string>>,
  existing?: User,
): void {
  for (const name of Object.keys(attributes)) {
    const custom = pool.custom[name];
    if (!custom && (!isStandard(name) || name === 'sub'))
      throw fail(
        'InvalidParameterException',
        `Attributes did not conform to the schema: Type for attribute {${name}} could not be determined`,
      );
    if (custom && !custom.mutable && existing?.attributes[name] !== undefined)
      throw fail('InvalidParameterException', `user.${name}: Attribute cannot be updated.`);
  }
}

/** Ends every sign-in of a user: refresh tokens and the access tokens from them. */
export function endGrants({ store }: Context, user: User): void {
  for (const grant of [...store.grants.all()])
    if (grant.poolId === user.poolId && grant.username === user.username) store.grants.remove(grant.hash);
}

/** What every answer says of a user's second factor. */
export const mfaView = (user: User) =>
  user.totp?.enabled
    ? { PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA', UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] }
    : {};

/** A user as lists show it. */
export const userView = (user: User) => ({
  Username: user.username,
  Attributes: attributesOut({ ...user.attributes, sub: user.sub }),
  UserCreateDate: user.created,
  UserLastModifiedDate: user.modified,
  Enabled: user.enabled,
  UserStatus: user.status,
});
