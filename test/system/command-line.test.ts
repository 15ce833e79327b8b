import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createTokens } from '@geoarchive/frontend-cli/tokens.ts';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { folderOf } from '../support/folders.ts';
import { codeOf, withSecondFactor } from '../support/second-factor.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { accountOf } from '../support/tokens.ts';

jest.setTimeout(60_000);
const endpoints = sharedEndpoints();
const ministry = accountOf(endpoints, 'MINISTRY_ADMIN');
const repository = join(import.meta.dirname, '..', '..');
const cli = (args: string[], more: Record<string, string>) =>
  promisify(execFile)(process.execPath, ['frontend/cli/main.ts', ...args], {
    cwd: repository,
    env: { ...process.env, ...more },
  });

beforeAll(() => withSecondFactor(endpoints.admin, ministry));

test('a person with a second factor imports tasks with the code of the moment, and without it is told so', async () => {
  const number = `CLI-${Date.now()}`;
  const head = 'number,name,source,organisation,node,due';
  const folder = folderOf({ '任务.csv': `${head}\n${number},某矿,other,DEMO-SURVEY,NGA,2027-06-30\n` });
  const own = join(folder, 'endpoints.json');
  writeFileSync(own, JSON.stringify(endpoints));
  const args = ['tasks', 'import', join(folder, '任务.csv'), '--endpoints', own];
  await expect(cli(['tasks', 'import', join(folder, 'none.csv')], {})).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/打不开文件|cannot be opened/),
  });
  await expect(cli(args, {})).rejects.toThrow('GEOARCHIVE_TOTP');
  const { stdout } = await cli(args, { GEOARCHIVE_TOTP: codeOf(ministry.username) });
  expect(stdout).toContain('created 1');
  const job = /job (\w{26})/.exec(stdout)?.[1] ?? '';
  const undone = await cli(['tasks', 'undo', job, '--endpoints', own, '--json'], {
    GEOARCHIVE_TOTP: codeOf(ministry.username),
  });
  expect(JSON.parse(undone.stdout)).toMatchObject({ withdrawn: 1, restored: 0, kept: 0, state: 'done' });
});

test('a session goes on past its token without a second code, and a code is needed where there is none', async () => {
  const { identity } = await (await fetch(`${endpoints.admin}/config.json`)).json();
  const { region, endpoint, clientId } = identity;
  const credentials = { accessKeyId: 'anonymous', secretAccessKey: 'anonymous' };
  const cognito = new CognitoIdentityProviderClient({ region, endpoint, credentials });
  let codes = 0;
  let now = Date.now();
  const code = async () => {
    codes += 1;
    return codeOf(ministry.username);
  };
  const token = createTokens(cognito, clientId, { ...ministry, code }, () => now);
  const first = await token();
  expect(await token()).toBe(first);
  now += 3600_000;
  expect(await token()).not.toBe(first);
  expect(codes).toBe(1);
  await expect(
    createTokens(cognito, clientId, { username: ministry.username, password: ministry.password })(),
  ).rejects.toThrow('SOFTWARE_TOKEN_MFA');
  cognito.destroy();
});
