import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { demoAccounts } from './accounts.ts';
import { seedOf } from './seed.ts';
import { openState } from './state.ts';
import { summary } from './summary.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a fresh start removes what runs keep, and nothing else', () => {
  const state = openState(folder, false);
  mkdirSync(state.dynamodb);
  writeFileSync(join(state.dynamodb, 'data.db'), 'x');
  writeFileSync(join(folder, 'my-notes.txt'), 'x');
  expect(existsSync(openState(folder, false).dynamodb)).toBe(true);
  expect(existsSync(openState(folder, true).dynamodb)).toBe(false);
  expect(existsSync(join(folder, 'my-notes.txt'))).toBe(true);
});

test('the seed stays', () => {
  const file = join(folder, 'seed');
  expect(seedOf(file)).toBe(seedOf(file));
  expect(seedOf(file)).toHaveLength(64);
});

test('each role has an account: staff at a node, submitters in an organisation', () => {
  const accounts = demoAccounts({ archives: ['NGA', 'HB'], custodians: ['CNPC', 'CNNC'] });
  expect(accounts.find(({ role }) => role === 'PROVINCE_ADMIN')).toMatchObject({
    node: 'HB',
    organisation: '',
  });
  expect(accounts.find(({ role }) => role === 'SUBMITTER')).toMatchObject({
    node: '',
    organisation: 'DEMO-SURVEY',
  });
  const custodians = accounts.filter(({ role }) => role === 'CUSTODIAN_ADMIN');
  expect(custodians.map(({ username, node }) => [username, node])).toEqual([
    ['custodian-admin', 'CNPC'],
    ['custodian-other', 'CNNC'],
  ]);
  expect(new Set(accounts.map(({ username }) => username)).size).toBe(accounts.length);
  // The pool's policy: twelve characters with all four kinds.
  for (const { password } of accounts)
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w]).{12,}$/);
});

test('the summary names every address and account in both languages', () => {
  const accounts = demoAccounts({ archives: ['NGA'] });
  const text = summary(
    {
      submit: 'http://s',
      admin: 'http://a',
      portal: 'http://p',
      internalApi: 'http://i/api',
      publicApi: 'http://u/api',
      aws: {
        endpoint: 'http://e',
        region: 'r',
        credentials: { accessKeyId: 'KEY', secretAccessKey: 'hidden-key' },
      },
      accounts,
      resources: {},
    },
    '3.0 s',
    '.local',
  );
  for (const part of [
    'http://s',
    'http://a',
    'http://p',
    'http://i/api',
    'http://u/api',
    'http://e',
    '汇交站点',
    'portal site',
  ]) {
    expect(text).toContain(part);
  }
  for (const { username, password } of accounts) expect(text).toMatch(new RegExp(`${username} +${password}`));
  expect(text).not.toContain('hidden-key');
});
