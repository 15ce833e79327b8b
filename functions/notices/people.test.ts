import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect, test } from '@jest/globals';
import { cognitoPeople } from './people.ts';

type Person = {
  organisation?: string;
  node?: string;
  enabled?: boolean;
  verified?: string;
  groups?: string[];
};
const all: Record<string, Person> = {
  li: { organisation: 'MINE', groups: ['SUBMITTER', 'strangers'] },
  boss: { organisation: 'MINE', groups: ['SUBMITTER_ADMIN'] },
  left: { organisation: 'OTHER', groups: ['SUBMITTER'] },
  cleared: { organisation: '', groups: ['SUBMITTER'] },
  disabled: { organisation: 'MINE', enabled: false, groups: ['SUBMITTER'] },
  changed: { organisation: 'MINE', verified: 'false', groups: ['SUBMITTER'] },
  checker: { node: 'NGA', groups: ['ARCHIVE_CHECKER'] },
};
const userOf = ([Username, of]: [string, Person]) => ({
  Username,
  Enabled: of.enabled ?? true,
  Attributes: Object.entries({
    email: `${Username}@example.cn`,
    email_verified: of.verified ?? 'true',
    sub: `sub-${Username}`,
    'custom:organisation': of.organisation,
    'custom:node': of.node,
  }).flatMap(([Name, Value]) => (Value === undefined ? [] : [{ Name, Value }])),
});

/** A pool that gives its people two a page. */
const client = () => {
  const send = async ({ input }: { input: { PaginationToken?: string; Username?: string } }) => {
    if (input.Username !== undefined)
      return { Groups: (all[input.Username]?.groups ?? []).map((GroupName) => ({ GroupName })) };
    const start = Number(input.PaginationToken ?? 0);
    const users = Object.entries(all).map(userOf);
    const next = start + 2;
    return {
      Users: users.slice(start, next),
      ...(next < users.length ? { PaginationToken: String(next) } : {}),
    };
  };
  // As much of the SDK's client as is asked here.
  return { send } as unknown as CognitoIdentityProviderClient;
};
const people = cognitoPeople('pool', client);

test('people of an organisation: not who left it, is disabled, or has an address that nobody proved', async () => {
  expect(await people.of({ organisation: 'MINE' })).toEqual([
    { username: 'li', email: 'li@example.cn', roles: ['SUBMITTER'] },
    { username: 'boss', email: 'boss@example.cn', roles: ['SUBMITTER_ADMIN'] },
  ]);
  expect(await people.of({ node: 'NGA' })).toEqual([
    { username: 'checker', email: 'checker@example.cn', roles: ['ARCHIVE_CHECKER'] },
  ]);
  expect((await people.of({ person: 'sub-checker' })).map(({ username }) => username)).toEqual(['checker']);
  expect(await people.of({ person: 'sub-disabled' })).toEqual([]);
  expect(await people.of({ organisation: 'NOBODY' })).toEqual([]);
});
