import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { takeLock } from './lock.ts';
import { serve } from './serve.ts';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(state, { recursive: true }));
const leave = (content: string) => writeFileSync(join(state, 'run.json'), content);

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('a lock is taken and given back', async () => {
  const lock = await takeLock(state);
  expect([lock.recovered, existsSync(join(state, 'run.json'))]).toEqual([false, true]);
  lock.release();
  expect(existsSync(join(state, 'run.json'))).toBe(false);
});

test('the lock of a dead process is taken over', async () => {
  leave(JSON.stringify({ pid: await deadPid(), aws: 'http://127.0.0.1:1' }));
  expect((await takeLock(state)).recovered).toBe(true);
});

test('a lock torn by a power cut is taken over', async () => {
  leave('{"pid":');
  expect((await takeLock(state)).recovered).toBe(true);
});

test('a living run keeps its lock, and the message says what to do', async () => {
  const health = await serve(0, 'health', async (_, response) => void response.end('{}'));
  leave(JSON.stringify({ pid: process.ppid, aws: health.url }));
  await expect(takeLock(state)).rejects.toThrow(/already uses .*process \d+.*Ctrl-C.*--state FOLDER/);
  await health.close();
});

test('a process number that another program got since does not count', async () => {
  leave(JSON.stringify({ pid: process.ppid, aws: 'http://127.0.0.1:1' }));
  expect((await takeLock(state)).recovered).toBe(true);
});
