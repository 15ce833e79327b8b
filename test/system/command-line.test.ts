import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createTokens } from '@geoarchive/frontend-cli/tokens.ts';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { folderOf } from '../support/folders.ts';
import { codeOf, withSecondFactor } from '../support/second-factor.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { accountOf } from '../support/tokens.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const ministry = accountOf(endpoints, 'MINISTRY_ADMIN');
const keeper = accountOf(endpoints, 'ARCHIVE_KEEPER');
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

const asKeeper = (args: string[]) => cli(args, { GEOARCHIVE_TOTP: codeOf(keeper.username) });

test('holes of a table and a log are sent, found, and written to a file that can be imported again', async () => {
  await withSecondFactor(endpoints.admin, keeper);
  const hole = `CLI${Date.now()}`;
  const las = [
    ...['~V', 'VERS. 2.0:', 'WRAP. NO:', '~W', 'STRT.M 0:', 'STOP.M 2:', 'STEP.M 1:', 'NULL. -999.25:'],
    ...[`WELL. ${hole}:`, '~C', 'DEPT.M:', 'GR.API:', '~A', '0 80', '1 95', '2 60', ''],
  ];
  const folder = folderOf({
    '钻孔.csv': `钻孔编号,钻孔类型,坐标系,X,Y\n${hole},地质,4490,116.4,39.9\n`,
    '测井.las': las.join('\n'),
  });
  const own = join(folder, 'endpoints.json');
  writeFileSync(own, JSON.stringify(endpoints));
  const ends = ['--endpoints', own, '--json'];
  const files = ['钻孔.csv', '测井.las'].map((name) => join(folder, name));
  const { stdout } = await asKeeper(['holes', 'import', ...files, '--send', ...ends]);
  const said = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(said.at(-1)).toMatchObject({ created: 1, state: 'done' });
  const out = join(folder, 'out.jsonl.gz');
  await until(
    () => asKeeper(['holes', 'export', '--q', hole, '--out', out, ...ends]).catch(() => undefined),
    (done) => done !== undefined,
  );
  const lines = gunzipSync(readFileSync(out)).toString('utf8').trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    header: { hole, x: 116.4 },
    logs: [{ curves: [{ mnemonic: 'GR', samples: 3 }] }],
  });
  await expect(asKeeper(['holes', 'export', '--bbox', '1,2', '--out', out, ...ends])).rejects.toMatchObject({
    code: 2,
  });
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
