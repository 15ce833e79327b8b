import { createPublicKey, createVerify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Cognito, createCognito } from './cognito.ts';
import { totp } from './totp.ts';

const poolId = 'local_staff1';
const ClientId = 'adminsite';
const email = 'wang@example.cn';
const password = 'Correct-Horse-1';

let dataDir: string;
let cognito: Cognito;
let now: Date;

const open = () =>
  createCognito({
    dataDir,
    region: 'ap-southeast-1',
    issuerBase: () => 'http://127.0.0.1:4505',
    now: () => now,
  });

/** The parts of any answer that these tests look at. */
type Answer = {
  ChallengeName?: string;
  Session?: string;
  SecretCode?: string;
  ChallengeParameters?: Record<string, string>;
  AuthenticationResult?: { IdToken: string; AccessToken: string; RefreshToken?: string; ExpiresIn: number };
  UserAttributes?: { Name: string; Value: string }[];
  User?: { Username: string };
  Users?: { Username: string }[];
  Groups?: { GroupName: string }[];
  PaginationToken?: string;
};
const call = (operation: string, input: Record<string, unknown>): Answer => cognito.call(operation, input);
const admin = (operation: string, input: Record<string, unknown> = {}) =>
  call(operation, { UserPoolId: poolId, Username: email, ...input });
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'no error';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};
const signIn = (secret = password, username = email) =>
  call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD: secret },
  });
const respond = (
  ChallengeName: string,
  Session: string | undefined,
  ChallengeResponses: Record<string, string>,
) => call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses });
const claims = (token = ''): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const tokens = (answer: Answer) => {
  if (!answer.AuthenticationResult) throw new Error(`no tokens but ${answer.ChallengeName}`);
  return answer.AuthenticationResult;
};
const refresh = (token: string | undefined) =>
  call('InitiateAuth', {
    ClientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: token },
  });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cognito-'));
  now = new Date('2026-11-22T08:00:00Z');
  cognito = open();
  call('CreateUserPool', {
    PoolName: 'staff',
    UserPoolTags: { _custom_id_: poolId },
    UsernameAttributes: ['email'],
    MfaConfiguration: 'OPTIONAL',
    Policies: { PasswordPolicy: { MinimumLength: 10, RequireNumbers: true, RequireUppercase: true } },
    Schema: [
      { Name: 'organisation', AttributeDataType: 'String', Mutable: true },
      { Name: 'node', AttributeDataType: 'String', Mutable: false },
    ],
  });
  call('CreateUserPoolClient', {
    UserPoolId: poolId,
    ClientName: `_custom_id_:${ClientId}`,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    WriteAttributes: ['name'],
  });
  call('CreateGroup', { UserPoolId: poolId, GroupName: 'archivist' });
  admin('AdminCreateUser', {
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: '王馆员' },
      { Name: 'custom:node', Value: '000000' },
    ],
  });
  admin('AdminSetUserPassword', { Password: password, Permanent: true });
});

afterEach(async () => {
  cognito.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('signing in', () => {
  test('gives an ID token that the pool signed, with groups and attributes', () => {
    admin('AdminAddUserToGroup', { GroupName: 'archivist' });
    const { IdToken, AccessToken, ExpiresIn } = tokens(signIn());
    expect(ExpiresIn).toBe(3600);
    expect(claims(IdToken)).toMatchObject({
      aud: ClientId,
      iss: `http://127.0.0.1:4505/${poolId}`,
      token_use: 'id',
      email,
      email_verified: true,
      name: '王馆员',
      'custom:node': '000000',
      'cognito:groups': ['archivist'],
      exp: now.getTime() / 1000 + 3600,
    });
    expect(claims(AccessToken)).toMatchObject({ client_id: ClientId, token_use: 'access' });
    const [head = '', body = '', signature = ''] = IdToken.split('.');
    const [key] = cognito.jwks(poolId)?.keys ?? [];
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({
      alg: 'RS256',
      kid: key?.['kid'],
    });
    const open = createPublicKey({
      format: 'jwk',
      key: { kty: 'RSA', n: String(key?.['n']), e: String(key?.['e']) },
    });
    const verify = createVerify('sha256').update(`${head}.${body}`);
    expect(verify.verify(open, signature, 'base64url')).toBe(true);
  });

  test('a wrong password, an unknown user and a closed flow are refused', () => {
    expect(codeOf(() => signIn('Wrong-Horse-1'))).toBe('NotAuthorizedException');
    expect(codeOf(() => signIn(password, 'nobody@example.cn'))).toBe('NotAuthorizedException');
    expect(codeOf(() => call('InitiateAuth', { ClientId: 'no', AuthFlow: 'USER_PASSWORD_AUTH' }))).toBe(
      'ResourceNotFoundException',
    );
    call('UpdateUserPoolClient', {
      UserPoolId: poolId,
      ClientId,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    });
    expect(codeOf(() => signIn())).toBe('InvalidParameterException');
  });

  test('somebody disabled cannot sign in, refresh or use a token, until enabled again', () => {
    const { RefreshToken, AccessToken } = tokens(signIn());
    admin('AdminDisableUser');
    expect(codeOf(() => signIn())).toBe('NotAuthorizedException');
    expect(codeOf(() => refresh(RefreshToken))).toBe('NotAuthorizedException');
    expect(codeOf(() => call('GetUser', { AccessToken }))).toBe('NotAuthorizedException');
    admin('AdminEnableUser');
    expect(tokens(refresh(RefreshToken)).IdToken).toBeTruthy();
  });

  test('an invited person gets a temporary password and must choose an own one', () => {
    admin('AdminCreateUser', { Username: 'Li@example.cn' });
    const letter = cognito.letters().at(-1);
    expect(letter).toMatchObject({ kind: 'invitation', email: 'Li@example.cn' });
    const asked = signIn(letter?.secret, 'li@example.cn');
    expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const answer = (NEW_PASSWORD: string, more = {}) =>
      respond('NEW_PASSWORD_REQUIRED', asked.Session, { USERNAME: 'li@example.cn', NEW_PASSWORD, ...more });
    expect(codeOf(() => answer('short'))).toBe('InvalidPasswordException');
    expect(codeOf(() => answer('Long-Enough-1', { 'userAttributes.custom:organisation': 'x' }))).toBe(
      'NotAuthorizedException',
    );
    expect(claims(tokens(answer('Long-Enough-1', { 'userAttributes.name': '李' })).IdToken)['name']).toBe(
      '李',
    );
    expect(codeOf(() => answer('Long-Enough-2'))).toBe('NotAuthorizedException');
    expect(tokens(signIn('Long-Enough-1', 'li@example.cn')).IdToken).toBeTruthy();
  });
});

describe('the second factor', () => {
  const code = (secret: string | undefined) => totp(secret ?? '', now);

  test('is set up with an access token and asked for from then on', () => {
    const { AccessToken } = tokens(signIn());
    const { SecretCode } = call('AssociateSoftwareToken', { AccessToken });
    expect(codeOf(() => call('VerifySoftwareToken', { AccessToken, UserCode: 'abcdef' }))).toBe(
      'EnableSoftwareTokenMFAException',
    );
    const prefer = () =>
      call('SetUserMFAPreference', {
        AccessToken,
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      });
    expect(codeOf(prefer)).toBe('InvalidParameterException');
    call('VerifySoftwareToken', { AccessToken, UserCode: code(SecretCode) });
    prefer();
    const asked = signIn();
    expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const answer = (given: string) =>
      respond('SOFTWARE_TOKEN_MFA', asked.Session, { USERNAME: email, SOFTWARE_TOKEN_MFA_CODE: given });
    const good = code(SecretCode);
    expect(codeOf(() => answer(good === '000000' ? '000001' : '000000'))).toBe('CodeMismatchException');
    expect(tokens(answer(good)).IdToken).toBeTruthy();
    expect(codeOf(() => answer(good))).toBe('NotAuthorizedException');
  });

  test('must be set up before the first tokens where the pool requires it', () => {
    call('SetUserPoolMfaConfig', { UserPoolId: poolId, MfaConfiguration: 'ON' });
    const asked = signIn();
    expect(asked.ChallengeName).toBe('MFA_SETUP');
    expect(codeOf(() => respond('MFA_SETUP', asked.Session, { USERNAME: email }))).toBe(
      'NotAuthorizedException',
    );
    const offered = call('AssociateSoftwareToken', { Session: asked.Session });
    const verified = call('VerifySoftwareToken', {
      Session: offered.Session,
      UserCode: code(offered.SecretCode),
    });
    expect(tokens(respond('MFA_SETUP', verified.Session, { USERNAME: email })).IdToken).toBeTruthy();
    expect(signIn().ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });

  test('a challenge cannot be skipped with the session of another one, nor answered after three minutes', () => {
    call('SetUserPoolMfaConfig', { UserPoolId: poolId, MfaConfiguration: 'ON' });
    const { Session } = signIn();
    expect(codeOf(() => respond('NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: 'Another-Horse-2' }))).toBe(
      'NotAuthorizedException',
    );
    now = new Date(now.getTime() + 181_000);
    expect(codeOf(() => call('AssociateSoftwareToken', { Session }))).toBe('NotAuthorizedException');
  });
});

describe('sessions', () => {
  test('are renewed with the refresh token, in both ways that Amplify asks, and show new groups', () => {
    const { RefreshToken } = tokens(signIn());
    admin('AdminAddUserToGroup', { GroupName: 'archivist' });
    now = new Date(now.getTime() + 3600_000);
    const renewed = tokens(refresh(RefreshToken));
    expect(renewed.RefreshToken).toBeUndefined();
    expect(claims(renewed.IdToken)['cognito:groups']).toEqual(['archivist']);
    expect(tokens(call('GetTokensFromRefreshToken', { ClientId, RefreshToken })).IdToken).toBeTruthy();
    now = new Date(now.getTime() + 31 * 86_400_000);
    expect(codeOf(() => refresh(RefreshToken))).toBe('NotAuthorizedException');
  });

  test('end with RevokeToken (that one) and GlobalSignOut (all)', () => {
    const [one, two] = [tokens(signIn()), tokens(signIn())];
    call('RevokeToken', { ClientId, Token: one.RefreshToken });
    expect(codeOf(() => refresh(one.RefreshToken))).toBe('NotAuthorizedException');
    expect(codeOf(() => call('GetUser', { AccessToken: one.AccessToken }))).toBe('NotAuthorizedException');
    expect(tokens(refresh(two.RefreshToken)).IdToken).toBeTruthy();
    call('GlobalSignOut', { AccessToken: two.AccessToken });
    expect(codeOf(() => refresh(two.RefreshToken))).toBe('NotAuthorizedException');
  });

  test('an access token of another key or past its hour is refused', () => {
    const { AccessToken, IdToken } = tokens(signIn());
    const [head, , signature] = AccessToken.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims(AccessToken), username: 'x' })).toString(
      'base64url',
    );
    expect(codeOf(() => call('GetUser', { AccessToken: `${head}.${forged}.${signature}` }))).toBe(
      'NotAuthorizedException',
    );
    expect(codeOf(() => call('GetUser', { AccessToken: IdToken }))).toBe('NotAuthorizedException');
    expect(codeOf(() => call('GetUser', { AccessToken: 'nonsense' }))).toBe('NotAuthorizedException');
    now = new Date(now.getTime() + 3601_000);
    expect(codeOf(() => call('GetUser', { AccessToken }))).toBe('NotAuthorizedException');
  });

  test('survive a restart', () => {
    const { RefreshToken } = tokens(signIn());
    cognito.close();
    cognito = open();
    expect(tokens(refresh(RefreshToken)).IdToken).toBeTruthy();
    expect(tokens(signIn()).IdToken).toBeTruthy();
  });
});

describe('the own account', () => {
  test('changes its password with the old one only', () => {
    const { AccessToken } = tokens(signIn());
    const change = (PreviousPassword: string, ProposedPassword: string) =>
      call('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword });
    expect(codeOf(() => change('Wrong-Horse-1', 'Another-Horse-2'))).toBe('NotAuthorizedException');
    expect(codeOf(() => change(password, 'weak'))).toBe('InvalidPasswordException');
    change(password, 'Another-Horse-2');
    expect(codeOf(() => signIn())).toBe('NotAuthorizedException');
    expect(tokens(signIn('Another-Horse-2')).IdToken).toBeTruthy();
  });

  test('a forgotten password is replaced with the code that was sent, which works once', () => {
    const old = tokens(signIn());
    call('ForgotPassword', { ClientId, Username: email });
    const code = cognito.letters().at(-1)?.secret ?? '';
    const confirm = (ConfirmationCode: string) =>
      call('ConfirmForgotPassword', {
        ClientId,
        Username: email,
        ConfirmationCode,
        Password: 'Another-Horse-2',
      });
    expect(codeOf(() => confirm(code === '111111' ? '222222' : '111111'))).toBe('CodeMismatchException');
    confirm(code);
    expect(codeOf(() => confirm(code))).toBe('CodeMismatchException');
    expect(tokens(signIn('Another-Horse-2')).IdToken).toBeTruthy();
    expect(codeOf(() => refresh(old.RefreshToken))).toBe('NotAuthorizedException');
  });

  test('guessing the code ends after five tries; nobody learns who has an account', () => {
    call('ForgotPassword', { ClientId, Username: email });
    const code = cognito.letters().at(-1)?.secret ?? '';
    const confirm = (ConfirmationCode: string) =>
      codeOf(() =>
        call('ConfirmForgotPassword', {
          ClientId,
          Username: email,
          ConfirmationCode,
          Password: 'Another-Horse-2',
        }),
      );
    for (let i = 0; i < 5; i += 1) expect(confirm('wrong')).toBe('CodeMismatchException');
    expect(confirm(code)).toBe('ExpiredCodeException');
    expect(call('ForgotPassword', { ClientId, Username: 'nobody@example.cn' })).toHaveProperty(
      'CodeDeliveryDetails',
    );
  });

  test('may write only what the client may write', () => {
    const { AccessToken } = tokens(signIn());
    const write = (Name: string) =>
      call('UpdateUserAttributes', { AccessToken, UserAttributes: [{ Name, Value: 'x' }] });
    expect(codeOf(() => write('custom:organisation'))).toBe('NotAuthorizedException');
    expect(codeOf(() => write('name'))).toBe('no error');
    expect(codeOf(() => call('SignUp', { ClientId, Username: 'x@y.cn', Password: password }))).toBe(
      'NotAuthorizedException',
    );
  });
});

describe('administration', () => {
  test('attributes must be in the schema, and fixed ones stay', () => {
    const update = (Name: string, Value: string) =>
      codeOf(() => admin('AdminUpdateUserAttributes', { UserAttributes: [{ Name, Value }] }));
    expect(update('custom:organisation', 'org-1')).toBe('no error');
    expect(update('custom:unknown', 'x')).toBe('InvalidParameterException');
    expect(update('custom:node', '110000')).toBe('InvalidParameterException');
    const attributes = admin('AdminGetUser').UserAttributes?.map(({ Name, Value }) => [Name, Value]);
    expect(Object.fromEntries(attributes ?? [])).toMatchObject({
      'custom:organisation': 'org-1',
      'custom:node': '000000',
    });
  });

  test('nobody is created twice, whatever the case of the address', () => {
    expect(codeOf(() => admin('AdminCreateUser', { Username: 'WANG@example.cn' }))).toBe(
      'UsernameExistsException',
    );
    expect(codeOf(() => admin('AdminCreateUser', { Username: 'no-address' }))).toBe(
      'InvalidParameterException',
    );
    expect(codeOf(() => admin('AdminGetUser', { Username: 'ghost@example.cn' }))).toBe(
      'UserNotFoundException',
    );
  });

  test('groups: only known ones, listed both ways, gone when left', () => {
    expect(codeOf(() => admin('AdminAddUserToGroup', { GroupName: 'kings' }))).toBe(
      'ResourceNotFoundException',
    );
    admin('AdminAddUserToGroup', { GroupName: 'archivist' });
    expect(admin('AdminListGroupsForUser').Groups?.map((group) => group.GroupName)).toEqual(['archivist']);
    expect(admin('ListUsersInGroup', { GroupName: 'archivist' }).Users).toHaveLength(1);
    admin('AdminRemoveUserFromGroup', { GroupName: 'archivist' });
    expect(admin('AdminListGroupsForUser').Groups).toEqual([]);
    expect(codeOf(() => call('CreateGroup', { UserPoolId: poolId, GroupName: 'archivist' }))).toBe(
      'GroupExistsException',
    );
  });

  test('users are found by filter and read in pages', () => {
    for (let i = 0; i < 5; i += 1)
      admin('AdminCreateUser', { Username: `p${i}@example.cn`, MessageAction: 'SUPPRESS' });
    expect(admin('ListUsers', { Filter: `email = "${email}"` }).Users).toHaveLength(1);
    expect(admin('ListUsers', { Filter: 'email ^= "p"' }).Users).toHaveLength(5);
    expect(codeOf(() => admin('ListUsers', { Filter: 'custom:node = "1"' }))).toBe(
      'InvalidParameterException',
    );
    const first = admin('ListUsers', { Limit: 4 });
    const second = admin('ListUsers', { Limit: 4, PaginationToken: first.PaginationToken });
    expect([first.Users?.length, second.Users?.length, second.PaginationToken]).toEqual([4, 2, undefined]);
  });

  test('AdminUserGlobalSignOut ends the sessions; a deleted user is gone', () => {
    const { RefreshToken } = tokens(signIn());
    admin('AdminUserGlobalSignOut');
    expect(codeOf(() => refresh(RefreshToken))).toBe('NotAuthorizedException');
    admin('AdminDeleteUser');
    expect(codeOf(() => admin('AdminGetUser'))).toBe('UserNotFoundException');
  });

  test('an unknown operation or setting is an error, not a silence', () => {
    expect(codeOf(() => admin('AdminMakeTea'))).toBe('UnknownOperationException');
    expect(
      codeOf(() =>
        call('CreateUserPoolClient', { UserPoolId: poolId, ClientName: 'x', GenerateSecret: true }),
      ),
    ).toBe('InvalidParameterException');
  });
});
