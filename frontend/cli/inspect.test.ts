import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { humanBytes } from './inspect-print.ts';
import { language } from './language.ts';

const main = join(import.meta.dirname, 'main.ts');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  mkdirSync(join(folder, '附表'));
  writeFileSync(join(folder, '附表', '钻孔.csv'), '钻孔编号,孔深\nZK1,100\nZK2,200\n');
  writeFileSync(join(folder, 'empty.pdf'), '');
  writeFileSync(join(folder, 'unknown.bin'), Buffer.from([0, 1, 2, 255, 0, 7, 3, 9, 1]));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Ended = { code: number; out: string; err: string };

function run(...args: string[]): Promise<Ended> {
  const env = { ...process.env, LANG: 'C', LC_ALL: '', NODE_OPTIONS: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

test('one line of JSON per file, folders walked in order', async () => {
  const { code, out } = await run('inspect', folder, '--json');
  const reports = out
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(code).toBe(0);
  expect(reports).toMatchObject([
    {
      path: join(folder, 'empty.pdf'),
      bytes: 0,
      valid: false,
      problems: [{ code: 'empty-file', severity: 'error', message: expect.stringContaining('0 bytes') }],
    },
    { path: join(folder, 'unknown.bin'), valid: true, format: { id: 'unknown' }, problems: [] },
    {
      path: join(folder, '附表', '钻孔.csv'),
      valid: true,
      format: { id: 'csv', puid: 'x-fmt/18' },
      metadata: { rows: 2, columns: ['钻孔编号', '孔深'] },
    },
  ]);
  expect(reports[0]?.['sha256']).toBe(createHash('sha256').digest('hex'));
});

test('readable lines in Chinese on demand', async () => {
  const { code, out } = await run('inspect', join(folder, 'empty.pdf'), '--lang', 'zh');
  expect(code).toBe(0);
  expect(out).toContain('错误 empty-file');
  expect(out).toContain('0 字节');
});

test.each([
  [['inspect']],
  [['inspect', '/no/such/file']],
  [['inspect', '.', '--nonsense']],
  [['inspect', '.', '--seconds', 'x']],
  [['nonsense']],
  [[]],
])('wrong arguments %j end with 2 and say how to do it', async (args) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('inspect');
});

test.each([[['--help']], [['inspect', '--help']]])('%j explains', async (args) => {
  const { code, out } = await run(...args);
  expect(code).toBe(0);
  expect(out).toContain('Usage');
});

test('language and sizes', () => {
  expect(language(['--lang', 'zh'], 'en_US')).toBe('zh');
  expect(language(['--lang=en'], 'zh_CN.UTF-8')).toBe('en');
  expect(language([], 'zh_CN.UTF-8')).toBe('zh');
  expect(language([], 'C')).toBe('en');
  expect([0, 999, 1500, 926736, 3e9].map(humanBytes)).toEqual(['0 B', '999 B', '1.5 kB', '927 kB', '3.0 GB']);
});
