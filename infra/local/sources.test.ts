import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fingerprint, unlessDone } from './sources.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'));
  for (const folder of ['src/deep', 'src/dist', 'src/own', 'src/node_modules/x'])
    mkdirSync(join(root, folder), { recursive: true });
  write('src/deep/a.ts', '1');
  write('one.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const print = () => fingerprint(root, ['src', 'one.json', 'missing'], ['src/own']);

test.each([
  ['src/deep/a.ts', true],
  ['src/new.ts', true],
  ['one.json', true],
  ['src/deep/a.test.ts', false],
  ['src/dist/built.js', false],
  ['src/own/x.ts', false],
  ['src/node_modules/x/i.js', false],
])('a change of %s counts: %s', (path, counts) => {
  const before = print();
  write(path, 'changed');
  expect(print() !== before).toBe(counts);
});

test('a file that moves counts', () => {
  const before = print();
  rmSync(join(root, 'src/deep/a.ts'));
  write('src/a.ts', '1');
  expect(print()).not.toBe(before);
});

test('work is done once for a fingerprint, and again after a failure', async () => {
  const marker = join(root, 'out/marker');
  let done = 0;
  const work = async () => {
    done += 1;
    if (done === 1) throw new Error('first time');
  };
  await expect(unlessDone(marker, 'a', work)).rejects.toThrow('first time');
  expect(await unlessDone(marker, 'a', work)).toBe(true);
  expect(await unlessDone(marker, 'a', work)).toBe(false);
  expect(await unlessDone(marker, 'b', work)).toBe(true);
  expect(done).toBe(3);
});
