import * as identity from '@geoarchive/contract/identity.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ulid } from 'ulid';
import { organisationOf } from '../intake/access.ts';
import { audited } from './audited.ts';
import type { IdentityDeps } from './deps.ts';
import { type Directory, invited, type Member, type Person } from './directory.ts';

const directoryOf = (deps: IdentityDeps): Directory => {
  if (deps.directory === undefined)
    throw new Problem('rule-broken', {
      zh: '本系统使用外部统一身份认证，人员由认证方管理；请在那里增加、停用人员或调整角色。',
      en: 'Sign-in is by an external issuer, which keeps the people: add, disable or change them there.',
    });
  return deps.directory;
};

/** The person as they are after a change. */
const present = async (directory: Directory, username: string): Promise<Person> => {
  const found = await directory.find(username);
  if (found === undefined) throw new Error('A person who was just changed is gone');
  return found.person;
};

const emailTaken = (email: string): Problem =>
  new Problem(
    'rule-broken',
    {
      zh: '该邮箱已有账号，请换一个邮箱，或请对方联系其单位管理员。',
      en: 'This address has an account already: use another, or have them ask their administrator.',
    },
    [{ field: 'body.email', message: email }],
  );

/** Whether the invitation may be repeated: the same organisation invited them, and they never signed in. */
const mayRepeat = (known: Member, organisation: string): boolean =>
  known.organisation === organisation && known.person.enabled && known.person.status === invited;

const invite = async (deps: IdentityDeps, { caller, body }: Call<typeof identity.invitePerson>) => {
  const directory = directoryOf(deps);
  const organisation = organisationOf(caller);
  const email = body.email.toLowerCase();
  const known = await directory.findByEmail(email);
  if (known !== undefined && !mayRepeat(known, organisation)) throw emailTaken(email);
  const username = known?.person.username ?? ulid(deps.clock().getTime()).toLowerCase();
  const act = {
    about: username,
    action: identity.invitePerson.audit,
    by: caller,
    detail: { email, role: body.role, organisation, again: known !== undefined },
  };
  await audited(deps, act, async () => {
    if (known === undefined) await directory.invite(username, { ...body, email, organisation });
    else {
      await directory.setRole(username, body.role);
      await directory.inviteAgain(username);
    }
  }).catch((error: unknown) => {
    // Somebody invited the same address in this very moment.
    if (error instanceof Error && error.name === 'UsernameExistsException') throw emailTaken(email);
    throw error;
  });
  return present(directory, username);
};

const change = async (
  deps: IdentityDeps,
  { caller, params, body }: Call<typeof identity.changePerson>,
): Promise<Person> => {
  const directory = directoryOf(deps);
  const found = await directory.find(params.username);
  if (found === undefined || found.organisation !== organisationOf(caller))
    throw new Problem('not-found', {
      zh: '本单位没有这个人员。',
      en: 'There is no such person in your organisation.',
    });
  const { username } = found.person;
  // Whoever changes others stays an administrator, so that no organisation is left without one.
  if (username === caller.username && (body.enabled === false || body.role === 'SUBMITTER'))
    throw new Problem('rule-broken', {
      zh: '不能停用自己或取消自己的管理员角色，请由另一位管理员操作。',
      en: 'You cannot disable yourself or give up your own role: another administrator can.',
    });
  const act = { about: username, action: identity.changePerson.audit, by: caller, detail: { ...body } };
  await audited(deps, act, async () => {
    if (body.role !== undefined) await directory.setRole(username, body.role);
    if (body.enabled !== undefined) await directory.setEnabled(username, body.enabled);
  });
  return present(directory, username);
};

export const peopleRoutes = [
  implement(identity.listPeople, async (deps: IdentityDeps, { caller }) => ({
    items: await directoryOf(deps).list(organisationOf(caller)),
  })),
  implement(identity.invitePerson, invite),
  implement(identity.changePerson, change),
];
