import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { clockHandler, openClock } from './clock.ts';
import { type Served, serve } from './serve.ts';

const DAY = 86_400_000;
let folder: string;
let served: Served;
let due = 0;
const file = () => join(folder, 'clock.json');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
  due = 0;
  const handler = clockHandler(openClock(file()), async () => {
    due += 1;
  });
  served = await serve(0, 'clock', handler);
});
afterEach(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});
const post = async (body: unknown) => {
  const response = await fetch(served.url, { method: 'POST', body: JSON.stringify(body) });
  const told: unknown = await response.json();
  return { status: response.status, told };
};

test('a moved clock is written for the functions and kept over a restart', async () => {
  expect((await post({ advanceMs: DAY })).told).toMatchObject({ offsetMs: DAY });
  expect((await post({ advanceMs: DAY })).told).toMatchObject({ offsetMs: 2 * DAY });
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ offsetMs: 2 * DAY });
  expect(openClock(file()).now().getTime() - Date.now()).toBeGreaterThan(2 * DAY - 1000);
  expect(due).toBe(2);
});

test('a moment can be named, and the clock put right again', async () => {
  expect((await post({ now: '2030-01-01T00:00:00+08:00' })).told).toMatchObject({
    now: expect.stringMatching(/^2029-12-31T16:00:0/),
  });
  await post({ offsetMs: 0 });
  expect(existsSync(file())).toBe(false);
  expect(await (await fetch(served.url)).json()).toMatchObject({ offsetMs: 0 });
});

test.each([{}, { now: 'tomorrow' }, { offsetMs: '1' }, { offsetMs: 1, advanceMs: 1 }])(
  '%j is refused',
  async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(due).toBe(0);
  },
);

test('what is no JSON is refused', async () => {
  expect((await fetch(served.url, { method: 'POST', body: 'later' })).status).toBe(400);
});
