import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Cognito, createCognito } from '@geoarchive/infra/local/cognito/cognito.ts';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cognitoDirectory } from './cognito-directory.ts';
import type { Directory } from './directory.ts';

const UserPoolId = 'local_public1';
let dataDir: string;
let cognito: Cognito;
let directory: Directory;

/** The SDK's client, answered by the local Cognito instead of the network. */
const client = (): CognitoIdentityProviderClient => {
  const made = new CognitoIdentityProviderClient({ region: 'local' });
  made.middlewareStack.add(
    (_next, context) => async (args) => {
      try {
        const operation = String(context.commandName).replace(/Command$/, '');
        const output = cognito.call(operation, { ...args.input });
        return { response: {}, output: { $metadata: {}, ...output } };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        throw Object.assign(new Error(String(error)), { name: code });
      }
    },
    { step: 'initialize' },
  );
  return made;
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'directory-'));
  cognito = createCognito({
    dataDir,
    region: 'local',
    issuerBase: () => 'http://127.0.0.1',
    now: () => new Date('2026-11-22T08:00:00Z'),
  });
  cognito.call('CreateUserPool', {
    PoolName: 'public',
    UserPoolTags: { _custom_id_: UserPoolId },
    AliasAttributes: ['email'],
    MfaConfiguration: 'OPTIONAL',
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
    Schema: [{ Name: 'organisation', AttributeDataType: 'String', Mutable: true }],
  });
  for (const GroupName of ['SUBMITTER', 'SUBMITTER_ADMIN', 'REGISTERED_USER'])
    cognito.call('CreateGroup', { UserPoolId, GroupName });
  directory = cognitoDirectory(UserPoolId, client);
});
afterEach(async () => {
  cognito.close();
  await rm(dataDir, { recursive: true, force: true });
});

const wang = { email: 'wang@example.cn', name: '王芳', organisation: 'SURVEY', role: 'SUBMITTER' } as const;

test('an invitation sends the temporary password and gives role and organisation', async () => {
  await directory.invite('u1', wang);
  expect(cognito.letters()).toEqual([
    expect.objectContaining({ kind: 'invitation', email: 'wang@example.cn', username: 'u1' }),
  ]);
  const member = {
    organisation: 'SURVEY',
    person: {
      username: 'u1',
      email: 'wang@example.cn',
      name: '王芳',
      enabled: true,
      roles: ['SUBMITTER'],
      status: 'FORCE_CHANGE_PASSWORD',
    },
  };
  expect(await directory.find('u1')).toEqual(member);
  expect(await directory.findByEmail('wang@example.cn')).toEqual(member);
});

test('who is not there is not found', async () => {
  expect(await directory.find('ghost')).toBeUndefined();
  expect(await directory.findByEmail('a"b\\c@example.cn')).toBeUndefined();
});

test('an address cannot have two accounts', async () => {
  await directory.invite('u1', wang);
  await expect(directory.invite('u2', wang)).rejects.toMatchObject({ name: 'UsernameExistsException' });
});

test('inviting again sends another password', async () => {
  await directory.invite('u1', wang);
  await directory.inviteAgain('u1');
  const [first, second] = cognito.letters();
  expect(second?.secret).toBeDefined();
  expect(second?.secret).not.toBe(first?.secret);
});

test('a role replaces the other submitters’ role and leaves the rest', async () => {
  await directory.invite('u1', wang);
  cognito.call('AdminAddUserToGroup', { UserPoolId, Username: 'u1', GroupName: 'REGISTERED_USER' });
  await directory.setRole('u1', 'SUBMITTER_ADMIN');
  expect((await directory.find('u1'))?.person.roles).toEqual(['SUBMITTER_ADMIN']);
  const { Groups } = cognito.call('AdminListGroupsForUser', { UserPoolId, Username: 'u1' });
  expect(Groups).toEqual([
    expect.objectContaining({ GroupName: 'REGISTERED_USER' }),
    expect.objectContaining({ GroupName: 'SUBMITTER_ADMIN' }),
  ]);
});

test('disabling and enabling', async () => {
  await directory.invite('u1', wang);
  await directory.setEnabled('u1', false);
  expect((await directory.find('u1'))?.person.enabled).toBe(false);
  await directory.setEnabled('u1', true);
  expect((await directory.find('u1'))?.person.enabled).toBe(true);
});

test('the list has every page of the pool and one organisation only', async () => {
  for (let n = 0; n < 70; n += 1) {
    const organisation = n % 2 === 0 ? 'SURVEY' : 'OTHER';
    const UserAttributes = [
      { Name: 'email', Value: `p${n}@example.cn` },
      { Name: 'custom:organisation', Value: organisation },
    ];
    const Username = `p${String(n).padStart(2, '0')}`;
    cognito.call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS', UserAttributes });
  }
  const people = await directory.list('SURVEY');
  expect(people.map(({ username }) => username)).toEqual(
    Array.from({ length: 35 }, (_, n) => `p${String(n * 2).padStart(2, '0')}`),
  );
});
