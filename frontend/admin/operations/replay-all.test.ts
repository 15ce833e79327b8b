import { describe, expect, test } from '@jest/globals';
import { replayAll } from './replay-all.ts';

/** A queue that takes 50 a call, to which what was sent comes back at once when `circle`. */
const queue = (waiting: number, circle = false) => {
  const calls: (string[] | undefined)[] = [];
  let left = waiting;
  return {
    calls,
    send: async (ids: string[] | undefined) => {
      calls.push(ids);
      const sent = Math.min(50, left, ids?.length ?? 50);
      if (!circle) left -= sent;
      return { sent, stays: 0, missing: [], waiting: left };
    },
  };
};

describe('a replay of all', () => {
  test('goes on until all are sent, and tells how far it is', async () => {
    const { send, calls } = queue(120);
    const told: number[] = [];
    const done = await replayAll(undefined, 120, send, (sent) => told.push(sent));
    expect(done).toEqual({ sent: 120, missing: 0 });
    expect(told).toEqual([50, 100, 120]);
    expect(calls).toHaveLength(3);
  });
  test('ends when nothing more goes', async () => {
    const { send, calls } = queue(3);
    expect(await replayAll(undefined, 9, send, () => undefined)).toEqual({ sent: 3, missing: 0 });
    expect(calls).toHaveLength(2);
  });
  test('does not send in a circle what fails again at once', async () => {
    const { send } = queue(60, true);
    expect((await replayAll(undefined, 60, send, () => undefined)).sent).toBeLessThan(160);
  });
});

test('a replay of some asks for 50 at a time', async () => {
  const { send, calls } = queue(200);
  const ids = Array.from({ length: 130 }, (_, n) => String(n));
  expect(await replayAll(ids, 130, send, () => undefined)).toEqual({ sent: 130, missing: 0 });
  expect(calls.map((some) => some?.length)).toEqual([50, 50, 30]);
});

test('an error ends it', async () => {
  const broken = () => Promise.reject(new Error('away'));
  await expect(replayAll(undefined, 5, broken, () => undefined)).rejects.toThrow('away');
});
