import type { Directory, Member } from '../directory.ts';

/** People kept in memory, with a note of everything that was done to them. */
export const memoryDirectory = (members: Member[]): Directory & { done: string[]; breakNext(): void } => {
  const people = new Map(members.map((one) => [one.person.username, one]));
  const done: string[] = [];
  let broken = false;
  const edit = (what: string, username: string, change: (of: Member) => Member) => {
    if (broken) throw new Error('the directory is down');
    const found = people.get(username);
    if (found === undefined) throw new Error(`no ${username}`);
    done.push(`${what} ${username}`);
    people.set(username, change(found));
  };
  return {
    done,
    breakNext() {
      broken = true;
    },
    list: async (organisation) =>
      [...people.values()].filter((one) => one.organisation === organisation).map(({ person }) => person),
    find: async (username) => people.get(username),
    findByEmail: async (email) => [...people.values()].find(({ person }) => person.email === email),
    async invite(username, { email, name, organisation, role }) {
      if (broken) throw new Error('the directory is down');
      done.push(`invite ${email}`);
      const person = { username, email, name, enabled: true, roles: [role], status: 'FORCE_CHANGE_PASSWORD' };
      people.set(username, { person, organisation });
    },
    inviteAgain: async (username) => edit('invite again', username, (of) => of),
    setEnabled: async (username, enabled) =>
      edit(`enabled=${enabled}`, username, (of) => ({ ...of, person: { ...of.person, enabled } })),
    setRole: async (username, role) =>
      edit(`role=${role}`, username, (of) => ({ ...of, person: { ...of.person, roles: [role] } })),
  };
};
