import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { Outcome } from '../lambda/worker.ts';
import { openCheckpoints } from './checkpoints.ts';
import { parseSchedule } from './schedule-expression.ts';
import { startScheduler } from './scheduler.ts';

const folder = mkdtempSync(join(tmpdir(), 'scheduler-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function scheduler(expression: string, file?: string, answer: () => Outcome = () => ({ payload: 'null' })) {
  count += 1;
  let now = new Date('2026-11-22T00:00:00Z');
  const calls: string[] = [];
  const givenUp: unknown[] = [];
  const path = file ?? join(folder, `c${count}.json`);
  const made = startScheduler({
    schedules: [
      {
        id: 's',
        expression,
        functionArn: 'f',
        input: { job: 'j' },
        deadLetterArn: 'dead',
        due: parseSchedule(expression, 'UTC'),
      },
    ],
    now: () => now,
    checkpoints: openCheckpoints(path),
    invoke: async (_, event) => {
      calls.push(JSON.stringify(event));
      return answer();
    },
    giveUp: async (_, body) => void givenUp.push(body),
    report: () => undefined,
    tickMs: 1_000_000,
    retryMs: 1,
  });
  const at = async (time: string) => {
    now = new Date(time);
    await made.tick();
    return calls.length;
  };
  return { at, calls, givenUp, path, close: made.close };
}

test('a schedule is called when it is due, and not before', async () => {
  const s = scheduler('rate(5 minutes)');
  expect(await s.at('2026-11-22T00:04:59Z')).toBe(0);
  expect(await s.at('2026-11-22T00:05:00Z')).toBe(1);
  expect(await s.at('2026-11-22T00:06:00Z')).toBe(1);
  expect(await s.at('2026-11-22T00:10:00Z')).toBe(2);
  expect(s.calls[0]).toBe('{"job":"j"}');
  await s.close();
});

test('a clock moved over many days calls it once', async () => {
  const s = scheduler('cron(0 1 * * ? *)');
  expect(await s.at('2026-12-22T00:00:00Z')).toBe(1);
  await s.close();
});

test('a clock moved back waits for the next time from there', async () => {
  const s = scheduler('rate(1 hour)');
  await s.at('2027-01-01T00:00:00Z');
  expect(await s.at('2026-11-22T00:00:00Z')).toBe(1);
  expect(await s.at('2026-11-22T01:00:00Z')).toBe(2);
  await s.close();
});

test('what came due while the run was off is made up for after a restart', async () => {
  const first = scheduler('rate(1 day)');
  await first.at('2026-11-22T00:00:00Z');
  await first.close();
  const second = scheduler('rate(1 day)', first.path);
  expect(await second.at('2026-11-25T00:00:00Z')).toBe(1);
  await second.close();
});

test('a call that fails three times goes to the dead letters', async () => {
  const failing: Outcome = { error: { errorType: 'E', errorMessage: 'no', trace: [] } };
  const s = scheduler('rate(1 hour)', undefined, () => failing);
  expect(await s.at('2026-11-22T01:00:00Z')).toBe(3);
  expect(s.givenUp).toEqual([{ job: 'j' }]);
  await s.close();
});

test('checkpoints that cannot be read count as none', () => {
  const file = join(folder, 'broken.json');
  writeFileSync(file, '{"a":');
  const checkpoints = openCheckpoints(file);
  expect(checkpoints.get('a')).toBeUndefined();
  checkpoints.set('a', '1');
  expect(openCheckpoints(file).get('a')).toBe('1');
});
