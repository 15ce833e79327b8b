import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JwtRsaVerifier } from 'aws-jwt-verify';
import { type Endpoint, startAwsEndpoint } from './endpoint.ts';

const region = 'ap-southeast-1';
const userPoolId = 'local_public1';
const userPoolClientId = 'submitsite';
const username = 'zhang@example.cn';
const password = 'Correct-Horse-1';

let dataDir: string;
let endpoint: Endpoint;
let cognito: CognitoIdentityProviderClient;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sign-in-'));
  const unused = { url: 'http://127.0.0.1:1' };
  endpoint = await startAwsEndpoint({
    port: 0,
    region,
    dataDir,
    engines: { dynamodb: unused, queues: unused },
  });
  endpoint.addPrincipal({
    accessKeyId: 'ADMIN',
    secretAccessKey: 's',
    name: 'admin',
    statements: 'everything',
  });
  cognito = new CognitoIdentityProviderClient({
    endpoint: endpoint.url,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId: 'ADMIN', secretAccessKey: 's' },
  });
  await cognito.send(
    new CreateUserPoolCommand({
      PoolName: 'public',
      UsernameAttributes: ['email'],
      MfaConfiguration: 'OPTIONAL',
      UserPoolTags: { _custom_id_: userPoolId },
    }),
  );
  await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientName: `_custom_id_:${userPoolClientId}`,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  const user = { UserPoolId: userPoolId, Username: username };
  await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  const invited = { UserPoolId: userPoolId, Username: 'new@example.cn', TemporaryPassword: 'Temporary-1' };
  await cognito.send(new AdminCreateUserCommand({ ...invited, MessageAction: 'SUPPRESS' }));
});

afterAll(async () => {
  await endpoint.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('Amplify signs in as the sites use it: by SRP and password, with a second factor, after an invitation', async () => {
  const child = fork(
    fileURLToPath(new URL('./testing/amplify.ts', import.meta.url)),
    [endpoint.url, userPoolId, userPoolClientId],
    { execArgv: ['--disable-warning=ExperimentalWarning'], silent: true },
  );
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const told = once(child, 'message').then(([message]: unknown[]) => message);
  const gone = once(child, 'exit').then(() => output);
  const inAndOut = {
    wrong: 'NotAuthorizedException',
    ghost: 'NotAuthorizedException',
    isSignedIn: true,
    renewed: true,
    aud: userPoolClientId,
    email: username,
    afterwards: 'UserUnAuthenticatedException',
  };
  expect(await Promise.race([told, gone])).toEqual({
    srp: inAndOut,
    password: inAndOut,
    secondFactor: { asked: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE', isSignedIn: true },
    invited: { asked: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED', isSignedIn: true },
  });
  await gone;
}, 30_000);

test('the ID token stands up to a verifier that knows only the issuer', async () => {
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  );
  const issuer = `${endpoint.url}/${userPoolId}`;
  const keys: unknown = await (await fetch(`${issuer}/.well-known/jwks.json`)).json();
  const configuration: unknown = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  expect(configuration).toMatchObject({ issuer, jwks_uri: `${issuer}/.well-known/jwks.json` });
  expect((await fetch(`${endpoint.url}/local_nothing/.well-known/jwks.json`)).status).toBe(404);
  const verifier = JwtRsaVerifier.create({
    issuer,
    audience: userPoolClientId,
    jwksUri: `${issuer}/.well-known/jwks.json`,
  });
  verifier.cacheJwks(keys as Parameters<typeof verifier.cacheJwks>[0]); // the library checks the shape itself
  const payload = await verifier.verify(AuthenticationResult?.IdToken ?? '');
  expect(payload).toMatchObject({ token_use: 'id', email: username });
});

test('a page of any origin may sign in, but not administer', async () => {
  const preflight = await fetch(endpoint.url, {
    method: 'OPTIONS',
    headers: {
      origin: 'http://127.0.0.1:4500',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-amz-target',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-amz-target');
  const post = (operation: string) =>
    fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify({ UserPoolId: userPoolId, ClientId: userPoolClientId, AuthFlow: 'x' }),
    });
  const wrong = await post('InitiateAuth');
  expect([wrong.status, wrong.headers.get('access-control-allow-origin')]).toEqual([400, '*']);
  expect(wrong.headers.get('x-amzn-errortype')).toContain('InvalidParameterException');
  expect(await (await post('ListUsers')).json()).toMatchObject({
    __type: 'MissingAuthenticationTokenException',
  });
});
