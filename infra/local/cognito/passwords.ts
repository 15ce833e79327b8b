import { randomInt } from 'node:crypto';
import { fail } from './fail.ts';
import type { PasswordPolicy, Pool, User } from './model.ts';
import { makeSecret } from './srp.ts';

const rules: readonly [keyof PasswordPolicy, RegExp, string][] = [
  ['RequireLowercase', /[a-z]/, 'lowercase characters'],
  ['RequireUppercase', /[A-Z]/, 'uppercase characters'],
  ['RequireNumbers', /[0-9]/, 'numeric characters'],
  ['RequireSymbols', /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/, 'symbol characters'],
];

/** Throws InvalidPasswordException when the password does not meet the pool's policy. */
export function checkPassword({ policy }: Pool, password: string): void {
  const broken = rules.find(([name, expression]) => policy[name] && !expression.test(password));
  const problem =
    password.length < policy.MinimumLength
      ? 'Password not long enough'
      : broken && `Password must have ${broken[2]}`;
  if (problem) throw fail('InvalidPasswordException', `Password did not conform with policy: ${problem}`);
}

/** A password that meets every policy. */
export function inventPassword({ policy }: Pool): string {
  const sets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#%*+-='];
  const length = Math.max(policy.MinimumLength, 12);
  return Array.from({ length }, (_, at) => {
    const set = sets[at % sets.length] ?? 'x';
    return set[randomInt(set.length)];
  }).join('');
}

/** The user with a new password. */
export const withPassword = (user: User, password: string): User => ({
  ...user,
  ...makeSecret(user.poolId, user.username, password),
});
